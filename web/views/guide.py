"""Guided search: one question a page, each answer in the address alone, and a search at the end."""

from flask import Blueprint, Response, make_response, redirect, render_template, request

from index.request import BadSearch
from web.access import Access, allow
from web.search.forms import SearchForm
from web.search.guide import FIRST, address_of, after, answered, guide_page, question_of
from web.search.near_place import kept_place
from web.wiring import rooms

guide_views = Blueprint("guide", __name__)


@guide_views.get("/guide", defaults={"step": FIRST})
@guide_views.get("/guide/<step>")
@allow(Access.ANYONE)
def ask(step: str) -> Response:
    """Draw a question; or take the answer to it, and lead on to the next."""
    question, form = question_of(step), SearchForm.read(request.query_string)
    other = request.args.get("other", "").strip()
    if "next" in request.args:
        try:
            return make_response(redirect(after(question, answered(question, form, other, rooms().gazetteer()))))
        except BadSearch as error:
            page = guide_page(question, form.but(near=kept_place(form.near)), other, error)
            return make_response(render_template("guide.html", page=page), 400)
    if form.is_cut or form.near.strip() != kept_place(form.near):
        return make_response(redirect(address_of(question, form.but(near=kept_place(form.near)))))
    return make_response(render_template("guide.html", page=guide_page(question, form)))
