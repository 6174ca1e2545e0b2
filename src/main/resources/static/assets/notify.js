// Notifications of the browser: asked for by a click in the profile, told once in all windows, and only what concerns this agent.
"use strict";
(() => {
  const root = document.documentElement;
  document.addEventListener("click", async (event) => {
    const button = event.target.closest("button[name=notifications]");
    if (!button || button.value === "off" || window.Notification?.permission === "granted") return;
    event.preventDefault();
    if ((await window.Notification?.requestPermission()) === "granted") button.form.requestSubmit(button);
    else document.querySelector("[data-refused]").hidden = false;
  });
  if (!root.dataset.notifications || window.Notification?.permission !== "granted") return;
  const TOLD = "notifications told";
  let due = 0;
  const look = async () => {
    const answer = await fetch("/desk/notifications", { redirect: "manual" }).catch(() => null);
    if (!answer?.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const told = JSON.parse(localStorage.getItem(TOLD) ?? "[]");
    for (const link of page.querySelectorAll("a[data-name]")) {
      const name = link.dataset.name;
      if (told.includes(name)) continue;
      told.push(name);
      const shown = new Notification(link.querySelector("b").textContent, { body: link.querySelector("span").textContent, tag: name, lang: root.lang });
      shown.onclick = () => {
        focus();
        location.href = link.getAttribute("href");
      };
    }
    localStorage.setItem(TOLD, JSON.stringify(told.slice(-200)));
  };
  const soon = () => {
    clearTimeout(due);
    due = setTimeout(look, 500 + 1000 * Math.random());
  };
  document.addEventListener("kezek:news", soon);
  setInterval(soon, 60_000);
  soon();
})();
