"""One organization, as a page and as JSON."""

from uuid import UUID

from flask import Blueprint, Response, jsonify, make_response, redirect, render_template, url_for

from directory.queries.organizations import organization_page
from web.access import Access, allow
from web.browse.organization import organization_as_json, organization_sheet
from web.kept import kept_a_minute
from web.wiring import rooms

organization_views = Blueprint("organization", __name__, url_prefix="/organizations")


@organization_views.get("/<uuid:organization_id>")
@allow(Access.ANYONE)
def organization(organization_id: UUID) -> Response:
    """Draw everything known of an organization; one that was merged leads to the one that stands for it."""
    page = organization_page(rooms().database(), str(organization_id))
    if page.organization_id != str(organization_id):
        address = url_for("organization.organization", organization_id=page.organization_id)
        return make_response(redirect(address, 301))
    sheet = organization_sheet(page, rooms().today())
    return kept_a_minute(render_template("organization.html", page=sheet))


@organization_views.get("/<uuid:organization_id>.json")
@allow(Access.ANYONE)
def organization_json(organization_id: UUID) -> Response:
    """Give it as JSON; of one that was merged, the one that stands for it."""
    return kept_a_minute(jsonify(organization_as_json(organization_page(rooms().database(), str(organization_id)))))
