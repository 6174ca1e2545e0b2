// A letter's HTML is fetched into its frame when its part of the page is opened. Without this a button does it.
"use strict";
(() => {
  const show = (part) => {
    const button = part.querySelector("button[formtarget]");
    if (!part.open || !button || "shown" in part.dataset) return;
    part.dataset.shown = "";
    button.form.requestSubmit(button);
  };
  for (const part of document.querySelectorAll("details[data-shows]")) {
    part.addEventListener("toggle", () => show(part));
    show(part);
  }
})();
