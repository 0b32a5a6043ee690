// Leaves the crisis page without a way back to it, by the link or by Escape pressed three times; and says if it is kept.
"use strict";

const TIMES = 3;
const WITHIN_MS = 2000;

document.addEventListener("DOMContentLoaded", () => {
  const link = document.getElementById("leave");
  const leave = () => window.location.replace(link.href);
  link.addEventListener("click", (event) => {
    event.preventDefault();
    leave();
  });
  let pressed = [];
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    pressed = [...pressed.filter((moment) => event.timeStamp - moment < WITHIN_MS), event.timeStamp];
    if (pressed.length >= TIMES) leave();
  });
  document.getElementById("leave-keys").hidden = false;
  if ("caches" in window) {
    // The page that this one is, which may stand in for one in another language.
    const page = document.querySelector(".sp-nav__crisis").pathname;
    caches.match(`${page}?copy=saved`).then((kept) => {
      document.getElementById("saved").hidden = !kept;
    });
  }
});
