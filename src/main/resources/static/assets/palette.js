// The palette, and what helps in the place to write: fetched when one of them is wanted for the first time.
"use strict";
(() => {
  const one = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const fragment = async (address) => {
    const answer = await fetch(address, { redirect: "manual" }).catch(() => null);
    return answer?.ok ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
  };

  // ── a list of which one is chosen by arrows ──
  const mark = (list, field, at) => {
    const options = all("[role=option]", list);
    options.forEach((option, i) => option.setAttribute("aria-selected", String(i === at)));
    const chosen = options[at];
    if (chosen) field.setAttribute("aria-activedescendant", chosen.id);
    else field.removeAttribute("aria-activedescendant");
    chosen?.scrollIntoView({ block: "nearest" });
  };
  const marked = (list) => all("[role=option]", list).findIndex((option) => option.getAttribute("aria-selected") === "true");
  const move = (event, list, field) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.code];
    const count = all("[role=option]", list).length;
    if (!by || !count) return false;
    mark(list, field, (marked(list) + by + count) % count);
    event.preventDefault();
    return true;
  };
  const option = (list, i, parts) => {
    const item = document.createElement("li");
    item.id = `${list.id}-${i}`;
    item.setAttribute("role", "option");
    for (const [tag, text] of parts) {
      const part = document.createElement(tag);
      part.textContent = text;
      item.append(part, " ");
    }
    return item;
  };

  // ── the palette: what this page can do, where one can go, and tickets ──
  const palette = one("dialog.palette");
  const query = one("input", palette);
  const list = one("ul", palette);
  let choices = [];
  let asked = 0;
  const words = (element) => (element.getAttribute("aria-label") || element.title || element.textContent).replace(/\s+/g, " ").trim();
  const commands = () => all("main [data-key], .rail [data-chord]")
    .filter((element) => element.matches("a,button") && !element.closest(".row,dialog") && (element.checkVisibility() || element.closest(".rail")))
    .map((element) => ({ title: element.closest(".rail") ? (one(".unseen", element)?.textContent ?? element.childNodes[1]?.textContent ?? words(element)).trim() : words(element),
      act: () => element.click() }));
  const draw = (tickets) => {
    const typed = query.value.trim().toLowerCase();
    choices = [...commands().filter((command) => command.title.toLowerCase().includes(typed)), ...tickets];
    list.replaceChildren(...choices.map((choice, i) => option(list, i, choice.parts ?? [["span", choice.title]])));
    one(".hint", palette).textContent = choices.length ? "" : one(".hint", palette).dataset.empty;
    mark(list, query, choices.length ? 0 : -1);
  };
  const ask = async () => {
    const turn = ++asked;
    const typed = query.value.trim();
    // A person's number is not asked for by an address: it would stay in logs.
    if (typed.length < 2 || typed.replace(/\D/g, "").length > 6) return draw([]);
    const page = await fragment("/desk/palette?q=" + encodeURIComponent(typed));
    if (turn !== asked || !page) return;
    draw(all("a", page).map((link) => ({
      act: () => { location.href = link.getAttribute("href"); },
      parts: [["b", one("b", link).textContent], ["span", one("span", link).textContent], ["small", one("small", link).textContent]],
    })));
  };
  const choose = (choice) => {
    palette.close();
    choice?.act();
  };
  const shown = () => {
    draw([]);
    ask();
  };
  let typing = 0;
  query.addEventListener("input", () => {
    draw([]);
    clearTimeout(typing);
    typing = setTimeout(ask, 150);
  });
  query.addEventListener("keydown", (event) => {
    if (move(event, list, query) || event.code !== "Enter") return;
    event.preventDefault();
    choose(choices[marked(list)]);
  });
  list.addEventListener("click", ({ target }) => choose(choices[all("li", list).indexOf(target.closest("li"))]));

  window.lists.made = { fragment, mark, marked, move, option, shown };
})();

// The place to write: texts put in by ; and :, and the letter's preview.
(() => {
  const { fragment, mark, marked, move, option } = window.lists.made;
  const one = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];

  // ── ; brings canned answers, : brings instructions; what follows narrows the list ──
  const OPENED = /(^|\s)([;:])([^\s;:]{0,30})$/;
  const menu = () => one("[data-inserts]");
  let texts = new Map();
  const load = async (address) => {
    if (!texts.has(address)) {
      const page = await fragment(address);
      if (!page) return [];
      texts.set(address, all("li", page).map((item) => ({
        opens: item.dataset.opens, name: item.dataset.name, title: one("b", item).textContent, text: one("p", item).textContent })));
    }
    return texts.get(address);
  };
  let offered = [];
  const shut = (field) => {
    if (!menu() || menu().hidden) return;
    menu().hidden = true;
    field?.removeAttribute("aria-activedescendant");
  };
  const suggest = async (field) => {
    const before = field.value.slice(0, field.selectionStart);
    const opened = before.match(OPENED);
    if (!opened || !menu()) return shut(field);
    const found = (await load(menu().dataset.inserts)).filter((insert) => insert.opens === opened[2]);
    const typed = opened[3].toLowerCase();
    offered = found.filter((insert) => `${insert.name} ${insert.title}`.toLowerCase().includes(typed)).slice(0, 8);
    if (typed && !offered.length) return shut(field);
    if (offered.length) menu().replaceChildren(...offered.map((insert, i) => option(menu(), i, [["code", insert.opens + insert.name], ["b", insert.title], ["small", insert.text.slice(0, 90)]])));
    else menu().replaceChildren(option(menu(), 0, [["span", menu().dataset.none]]));
    menu().hidden = false;
    mark(menu(), field, 0);
  };
  const put = (field, insert) => {
    if (insert) {
      const end = field.selectionStart;
      const from = end - field.value.slice(0, end).match(OPENED)[0].trimStart().length;
      field.setRangeText(insert.text, from, end, "end");
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
    shut(field);
    field.focus();
  };
  document.addEventListener("input", ({ target }) => target.matches("#composer textarea") && suggest(target));
  document.addEventListener("focusout", ({ target }) => target.matches("#composer textarea") && setTimeout(() => shut(target), 200));
  document.addEventListener("keydown", (event) => {
    const field = event.target;
    if (!menu() || menu().hidden || !field.matches("#composer textarea")) return;
    if (event.code === "Escape") shut(field);
    else if (event.code === "Enter" || event.code === "Tab") put(field, offered[marked(menu())]);
    else if (!move(event, menu(), field)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }, true);
  document.addEventListener("mousedown", (event) => {
    const item = event.target.closest("[data-inserts] li");
    if (!item) return;
    event.preventDefault();
    put(one("#composer textarea"), offered[all("li", menu()).indexOf(item)]);
  });

  // ── the letter before it goes ──
  document.addEventListener("click", ({ target }) => {
    const preview = target.closest("[data-preview]");
    if (!preview) return;
    preview.formTarget = "preview";
    one("dialog.preview").showModal();
  });
  if (document.activeElement.matches("#composer textarea")) suggest(document.activeElement);
})();
