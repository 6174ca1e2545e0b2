// Many tickets chosen at once; with Shift all from the last one to here.
"use strict";
(() => {
  let last = -1;
  document.addEventListener("click", (event) => {
    if (!event.target.matches(".choose input")) return;
    const boxes = [...document.querySelectorAll(".choose input")];
    const at = boxes.indexOf(event.target);
    if (event.shiftKey && last >= 0) boxes.slice(Math.min(at, last), Math.max(at, last) + 1).forEach((box) => (box.checked = event.target.checked));
    last = at;
    const words = document.querySelector("[data-chosen]");
    const count = boxes.filter((box) => box.checked).length;
    if (words) words.textContent = words.dataset.chosen.replace("{0}", count);
  });
})();
