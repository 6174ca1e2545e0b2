// The live part of the agents' pages: the server says that something changed, and the page asks what, as by any other request.
"use strict";
(() => {
  const one = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const line = one("[data-live]");
  if (!line) return;
  const ticket = one("[data-ticket]");
  const notifies = Boolean(document.documentElement.dataset.notifications);
  const IDLE = 30 * 60_000;
  const SHIFT = 4 * 60 * 60_000;
  const CALM = 3000;

  // ── whether there is a person: pages left open overnight neither ask nor keep a session alive ──
  let touched = Date.now();
  const awake = () => !document.hidden && Date.now() - touched < IDLE;
  // Whoever wants to be told keeps the stream while he looks elsewhere, for half a day.
  const attends = () => awake() || (notifies && Date.now() - touched < SHIFT);
  for (const sign of ["pointermove", "keydown", "scroll"]) addEventListener(sign, () => {
    const slept = Date.now() - touched > IDLE;
    touched = Date.now();
    if (slept) connect();
  }, { passive: true });

  // ── pages as they are now ──
  const fetched = async (address) => {
    const answer = await fetch(address, { redirect: "manual" }).catch(() => null);
    return answer?.ok ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
  };
  const button = () => one("[data-news]");
  const offer = (count) => {
    if (!button()) return;
    button().hidden = count === 0;
    button().textContent = button().dataset.news.replace("{0}", count);
  };

  // ── the queue: rows never move under the pointer, the cursor or a selection ──
  let waiting = null;
  const busy = () => {
    const list = one("#list");
    return list.matches(":hover") || list.contains(document.activeElement) || one("dialog[open]") || one(".row input:checked");
  };
  const show = (page) => {
    const row = document.activeElement?.closest(".row")?.id;
    for (const part of [".rail .count", ".tabbar em"]) {
      const now = all(part, page);
      all(part).forEach((old, i) => now[i] && old.replaceWith(now[i]));
    }
    one("main").replaceWith(one("main", page));
    window.htmx?.process(one("main"));
    document.dispatchEvent(new Event("kezek:shown"));
    state();
    waiting = null;
    if (row) document.getElementById(row)?.querySelector(".subject")?.focus();
  };
  const lookAtQueue = async () => {
    const page = await fetched(location.pathname + location.search);
    if (!page || !one("#list") || !one("#list", page)) return;
    if (!busy()) return show(page);
    const here = new Set(all(".row").map((row) => row.id));
    waiting = page;
    offer(all(".row", page).filter((row) => !here.has(row.id)).length);
  };
  const settle = () => setTimeout(() => waiting && one("#list") && !busy() && show(waiting), 300);

  // ── the ticket: what came in is shown when the agent asks for it, and counts as seen only then ──
  const entries = (page) => all(".conversation > [id]:not(#composer)", page);
  const lookAtTicket = async () => {
    const mode = one("#composer")?.classList.item(2) ?? "closed";
    const page = await fetched(`${ticket.dataset.href}?compose=${mode}`);
    if (!page || !one(".conversation", page)) return;
    const fresh = [];
    for (const entry of entries(page)) {
      const old = document.getElementById(entry.id);
      if (!old) fresh.push(entry);
      else if (old.outerHTML !== entry.outerHTML && !old.contains(document.activeElement) && !one("details[open]", old)) old.replaceWith(entry);
    }
    waiting = fresh.length ? page : null;
    offer(fresh.length);
    if (!fresh.length) refresh(page);
  };
  const refresh = (page) => {
    for (const part of [".ticket-head", ".side", ".ribbon"]) {
      const old = one(part);
      const now = one(part, page);
      if (old && now && !old.contains(document.activeElement)) old.replaceWith(now);
    }
  };
  const showEntries = () => {
    const fresh = entries(waiting).filter((entry) => !document.getElementById(entry.id));
    fresh.forEach((entry) => one(".conversation .news").before(entry));
    const seen = one("[name=lastSeen]", waiting);
    if (seen && one("[name=lastSeen]")) one("[name=lastSeen]").value = seen.value;
    refresh(waiting);
    waiting = null;
    offer(0);
    fresh[0]?.scrollIntoView({ block: "center" });
  };
  document.addEventListener("click", ({ target }) => {
    if (!target.closest("[data-news]") || !waiting) return;
    if (ticket) showEntries();
    else show(waiting);
  });

  // ── who else is here ──
  let again = 0;
  const lookAround = async () => {
    const page = await fetched("/desk/presence");
    if (!page) return;
    for (const place of all("[data-watchers]")) {
      const now = one(`[data-watchers="${place.dataset.watchers}"]`, page);
      if (now) place.replaceWith(now);
      else place.replaceChildren();
    }
    clearTimeout(again);
    if (one(".watcher.typing")) again = setTimeout(lookAround, 5500);
    else if (one(".watcher")) again = setTimeout(lookAround, 30_000);
  };
  const form = (doing) => new URLSearchParams({ doing, _csrf: one("main input[name=_csrf]")?.value ?? "" });
  const tell = (doing) => ticket && navigator.onLine && fetch(`${ticket.dataset.href}/presence`, { method: "POST", body: form(doing) }).catch(() => null);
  let typed = 0;
  if (ticket) {
    tell("VIEWING");
    setInterval(() => awake() && tell("VIEWING"), 15_000);
    document.addEventListener("input", ({ target }) => {
      if (!target.closest("#composer") || Date.now() - typed < 3000) return;
      typed = Date.now();
      tell("TYPING");
    });
    addEventListener("pagehide", () => navigator.sendBeacon(`${ticket.dataset.href}/presence`, form("LEFT")));
  }

  // ── the stream ──
  let source = null;
  let live = false;
  let due = 0;
  const state = () => {
    const place = one("[data-live]");
    const words = navigator.onLine ? (live ? "" : place.dataset.lost) : place.dataset.offline;
    place.classList.toggle("offline", !navigator.onLine);
    if (place.textContent !== words) place.textContent = words;
  };
  const look = () => {
    clearTimeout(due);
    due = setTimeout(() => awake() && (ticket ? lookAtTicket() : one("#list") && lookAtQueue()), CALM * (0.3 + Math.random()));
  };
  let told = 0;
  const soonState = (after) => {
    clearTimeout(told);
    told = setTimeout(state, after);
  };
  const connect = () => {
    if (source && source.readyState !== EventSource.CLOSED) return;
    source = new EventSource(`${line.dataset.live}?ticket=${encodeURIComponent(ticket?.dataset.ticket ?? "")}&news=${notifies}`);
    source.onopen = () => {
      live = true;
      soonState(0);
    };
    source.onerror = () => {
      live = false;
      soonState(5000);
      if (source.readyState === EventSource.CLOSED) setTimeout(() => attends() && connect(), 30_000);
    };
    for (const name of ["queue", "ticket"]) source.addEventListener(name, look);
    source.addEventListener("presence", lookAround);
    source.addEventListener("news", () => document.dispatchEvent(new Event("kezek:news")));
  };
  const sleep = () => {
    if (attends() || !source) return;
    source.close();
    live = true;
  };
  addEventListener("online", () => { soonState(0); connect(); look(); });
  addEventListener("offline", () => soonState(0));
  addEventListener("pagehide", () => source?.close());
  addEventListener("pageshow", ({ persisted }) => persisted && connect());
  document.addEventListener("visibilitychange", () => { if (!document.hidden) { connect(); look(); } });
  document.addEventListener("pointerout", settle);
  document.addEventListener("focusout", settle);
  setInterval(sleep, 60_000);
  setInterval(() => awake() && look(), 60_000);
  connect();
  lookAround();
})();
