// Help on top of pages that work without it: ticking clocks, keys, drafts that survive, a queue that refreshes.
"use strict";
(() => {
  const root = document.documentElement;
  const NBSP = "\u00a0";
  const one = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];

  // ── scripts for what few pages need, fetched when it is asked for ──
  const late = (script) => (late[script] ??= new Promise((done) => {
    const element = document.createElement("script");
    element.src = script;
    element.onload = done;
    document.head.append(element);
  }));
  window.lists = () => late(one("dialog.palette").dataset.script).then(() => window.lists.made);
  document.addEventListener("input", ({ target }) => target.matches("#composer textarea") && window.lists());
  for (const wish of ["pointerover", "focusin"])
    document.addEventListener(wish, ({ target }) => target.closest("[data-preview]") && window.lists());

  // ── clocks: the server says when a running clock would reach zero and until when clocks run today ──
  const skew = Number(root.dataset.asOf) - Date.now() / 1000;
  const runningNow = () => Math.min(Date.now() / 1000 + skew, Number(root.dataset.runsUntil));
  const words = (seconds) => {
    const minutes = Math.floor(Math.abs(seconds) / 60);
    const hours = Math.floor(minutes / 60);
    const text = hours === 0
      ? root.dataset.minutes.replace("{0}", minutes)
      : root.dataset.hours.replace("{0}", hours).replace("{1}", String(minutes % 60).padStart(2, "0"));
    return (seconds < 0 ? "\u2212" : "") + text.replaceAll(" ", NBSP);
  };
  const sector = (share) => {
    if (share <= 0) return "M0 0";
    if (share >= 0.999) return "M0-1A1 1 0 1 1 0 1A1 1 0 1 1 0-1Z";
    const angle = 2 * Math.PI * share;
    return `M0 0V-1A1 1 0 ${share > 0.5 ? 1 : 0} 1 ${Math.sin(angle).toFixed(3)} ${(-Math.cos(angle)).toFixed(3)}Z`;
  };
  const tick = () => {
    for (const clock of all("[data-due]")) {
      const left = Number(clock.dataset.due) - runningNow();
      clock.dataset.state = left < 0 ? "breached" : left < Number(clock.dataset.soon) ? "at-risk" : "on-time";
      one("b", clock).textContent = words(left);
      one("path", clock).setAttribute("d", sector(left / Number(clock.dataset.limit)));
    }
  };
  setInterval(tick, 30_000);

  // ── a letter that can still be taken back: when it has left, so has the button ──
  const countDown = () => {
    for (const letter of all("[data-leaves]")) {
      const left = Math.ceil(Number(letter.dataset.leaves) - Date.now() / 1000 - skew);
      if (left <= 0) letter.remove();
      else one("span", letter).textContent = letter.dataset.countdown.replace("{0}", left);
    }
  };
  countDown();
  if (one("[data-leaves]")) setInterval(countDown, 1000);

  // ── drafts: kept by the server every two seconds and when the field is left, in this tab until the server has them ──
  const KEEP_EVERY = 2000;
  const pending = new WeakMap();
  const draftKey = (form) => "draft " + form.getAttribute("action");
  const tell = (form, words) => { one("[data-kept]", form).textContent = words; };
  const restore = () => {
    for (const done of all("[data-done]")) sessionStorage.removeItem("draft " + done.dataset.done);
    for (const form of all("form[data-send]")) {
      const kept = sessionStorage.getItem(draftKey(form));
      const text = one("textarea", form);
      if (kept && kept !== text.value && !one(".errors", form)) {
        text.value = kept;
        soon(form);
      }
    }
  };
  const soon = (form, after = KEEP_EVERY) => {
    if (pending.get(form) !== "sent" && !pending.has(form)) pending.set(form, setTimeout(() => keep(form), after));
  };
  const keep = async (form) => {
    if (["sent", "busy", undefined].includes(pending.get(form))) return;
    clearTimeout(pending.get(form));
    pending.set(form, "busy");
    const body = new URLSearchParams(new FormData(form));
    const answer = await fetch(form.dataset.draft, { method: "PUT", body, keepalive: body.toString().length < 60_000, redirect: "manual" })
      .catch(() => null);
    if (pending.get(form) === "sent") return;
    pending.delete(form);
    if (answer?.ok) {
      tell(form, await answer.text());
      if (new URLSearchParams(new FormData(form)).toString() === body.toString()) sessionStorage.removeItem(draftKey(form));
      else soon(form);
    } else if (answer && (answer.type === "opaqueredirect" || answer.status === 403)) {
      one("dialog.ended")?.showModal();
    } else if (answer?.status !== 410) {
      tell(form, form.dataset.unsaved);
      soon(form, 5000);
    }
  };
  const keepAll = () => all("form[data-draft]").forEach(keep);
  document.addEventListener("input", ({ target }) => {
    const form = target.closest("form[data-draft]");
    if (!form) return;
    if (target.id === "text") sessionStorage.setItem(draftKey(form), target.value);
    soon(form);
  });
  document.addEventListener("focusout", ({ target }) => target.closest("form[data-draft]") && keepAll());
  document.addEventListener("visibilitychange", () => document.hidden && keepAll());
  document.addEventListener("htmx:beforeSwap", keepAll);
  addEventListener("pagehide", keepAll);
  // A session that ended: another window signs in, and this page goes on with the new session's token.
  one("dialog.ended")?.addEventListener("close", async () => {
    const page = new DOMParser().parseFromString(await (await fetch(location.href)).text(), "text/html");
    const token = one("main input[name=_csrf]", page)?.value;
    if (token) all("input[name=_csrf]").forEach((field) => (field.value = token));
    all("form[data-draft]").forEach((form) => soon(form, 0));
  });
  document.addEventListener("submit", (event) => {
    const button = one("[data-busy]", event.target);
    if (!button || event.submitter?.hasAttribute("formaction")) return;
    if (button.disabled) return event.preventDefault();
    button.disabled = true;
    one("span", button).textContent = button.dataset.busy;
    clearTimeout(pending.get(event.target));
    pending.set(event.target, "sent");
  });
  window.addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    all("[data-busy]").forEach((button) => (button.disabled = false));
    all("form[data-draft]").forEach((form) => pending.delete(form));
  });

  // ── where the reader stands ──
  const settle = () => {
    restore();
    const errors = one(".errors");
    const text = one("#composer textarea");
    if (errors) return errors.focus();
    text?.focus({ preventScroll: true });
    text?.setSelectionRange(text.value.length, text.value.length);
  };
  document.addEventListener("htmx:afterSwap", ({ detail }) => detail.target.id === "composer" && settle());
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (one("#composer form")) settle();
  else restore();
  // The browser itself goes to the step when all is loaded, and its field is wanted.
  if (target?.matches(".row")) one(".subject", target).focus();
  else if (one("#step")) addEventListener("load", () => focusOpened(one("#step :is(select,input:not([type=hidden]),button)")));
  else if (!location.hash) (one(".call .errors, .five .errors") ?? one("[data-first]"))?.focus();

  // ── keys, by their place on the keyboard: Russian and Kazakh layouts type other letters ──
  let chord = 0;
  const current = () => document.activeElement?.closest(".row");
  const step = (by) => {
    const rows = all(".row");
    if (!rows.length) return false;
    const at = rows.indexOf(current());
    const row = rows[at < 0 ? (by > 0 ? 0 : rows.length - 1) : Math.min(Math.max(at + by, 0), rows.length - 1)];
    one(".subject", row).focus({ focusVisible: true });
    row.scrollIntoView({ block: "nearest" });
    return true;
  };
  // What a details element hid can be focused only after it is drawn.
  const focusOpened = (element) => requestAnimationFrame(() => setTimeout(() => element?.focus()));
  const press = (attribute, code) => {
    const found = all(`[${attribute}="${code}"]`).find((element) =>
      (element.checkVisibility() || element.closest(".more-steps")) && (!element.closest(".row") || element.closest(".row") === current()));
    found?.click();
    if (found?.matches("summary") && found.parentElement.open) focusOpened(one("input:not([type=hidden]),textarea", found.parentElement));
    return Boolean(found);
  };
  const menu = () => {
    const steps = one(".top .more-steps");
    if (!steps) return false;
    steps.open = true;
    focusOpened(one("li a", steps));
    return true;
  };
  const chooseTo = (row) => {
    const box = row && one(".choose input", row);
    if (!box) return;
    box.checked = false;
    box.dispatchEvent(new MouseEvent("click", { shiftKey: true, bubbles: true, cancelable: true }));
  };
  const act = (event) => {
    if (Date.now() < chord) {
      chord = 0;
      return press("data-chord", event.code);
    }
    switch (event.code) {
      case "Slash": one("a[href='/desk/search']")?.click(); return true;
      case "KeyP": window.lists().then(() => one("[data-preview]")?.click()); return true;
      case "KeyE": all(".conversation details").forEach((part) => (part.open = true)); return true;
      case "KeyG": chord = Date.now() + 1500; return true;
      case "KeyJ": return step(1) || press("data-key", "KeyJ");
      case "KeyK": return step(-1) || press("data-key", "KeyK");
      case "KeyA": if (!one(".ticket") && current()) location.href = one(".subject", current()).href + "?step=reassign#step"; return press("data-key", "KeyA");
      case "KeyS": return menu();
      case "KeyF": one(".filters a")?.focus({ focusVisible: true }); return true;
      case "Escape": all(".choose input:checked").forEach((box) => box.click()); return false;
      case "KeyO": current() && one(".subject", current()).click(); return Boolean(current());
      default: return press("data-key", event.code);
    }
  };
  const palette = one("dialog.palette");
  const look = () => {
    if (palette.open) return palette.close();
    if (one("dialog[open]")) return;
    one("input", palette).value = "";
    palette.showModal();
    window.lists().then(({ shown }) => shown());
  };
  document.addEventListener("keydown", (event) => {
    if (palette && event.code === "KeyK" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey) {
      event.preventDefault();
      return look();
    }
    const editing = event.target.closest("input:not([type=checkbox]),textarea,select,[contenteditable]");
    if (event.code === "Enter" && (event.ctrlKey || event.metaKey)) {
      const form = event.target.closest("form[data-draft]");
      return form?.requestSubmit(event.shiftKey ? one("[name=then]", form) : null);
    }
    if (editing) return event.code === "Escape" && event.target.blur();
    if (root.dataset.keys === "off" || event.ctrlKey || event.altKey || event.metaKey || event.isComposing || one("dialog[open]")) return;
    if (event.key === "?" || (event.code === "Slash" && event.shiftKey)) return one("dialog.map")?.showModal();
    if (event.shiftKey) return event.code === "KeyX" && chooseTo(current());
    if (act(event)) event.preventDefault();
  });
})();
