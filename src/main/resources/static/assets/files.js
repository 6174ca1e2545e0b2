// Pictures and files into a letter by paste, drop or choice. Without this the form takes them with a button.
"use strict";
(() => {
  const one = (selector, within = document) => within.querySelector(selector);
  const place = (target) => {
    const composer = target.closest?.("#composer");
    return composer && one("form[data-send] .attached", composer);
  };
  let last = Promise.resolve();

  const post = async (form, url, body) => {
    const send = one("[data-busy]", form);
    const status = one(".attached [role=status]", form);
    const say = (words) => { status.textContent = words; };
    const told = status.dataset;
    send.disabled = true;
    say(told.busyWords);
    try {
      const answer = await fetch(url, { method: "POST", body });
      const fresh = one("#composer .attached", new DOMParser().parseFromString(await answer.text(), "text/html"));
      if (fresh) one(".attached", form).replaceWith(document.adoptNode(fresh));
      else say(told.failedWords);
    } catch {
      say(told.failedWords);
    } finally {
      send.disabled = false;
    }
  };
  const attach = (form, files) => {
    last = last.then(() => {
      const body = new FormData(form);
      body.delete("files");
      files.forEach((file) => body.append("files", file, file.name));
      return post(form, one(".attached", form).dataset.attach, body);
    });
  };
  const brought = (data) => [...(data?.files ?? [])];

  document.addEventListener("change", ({ target }) => {
    if (target.matches(".attached input[type=file]") && target.files.length) {
      const files = [...target.files];
      target.value = "";
      attach(target.form, files);
    }
  });
  document.addEventListener("paste", (event) => {
    const files = brought(event.clipboardData);
    const here = files.length && place(event.target);
    if (!here) return;
    event.preventDefault();
    attach(here.closest("form"), files);
  });
  for (const kind of ["dragover", "drop"]) {
    document.addEventListener(kind, (event) => {
      const here = event.dataTransfer?.types.includes("Files") && place(event.target);
      if (!here) return;
      event.preventDefault();
      here.classList.toggle("over", kind === "dragover");
      if (kind === "drop") attach(here.closest("form"), brought(event.dataTransfer));
    });
  }
  document.addEventListener("dragleave", ({ target }) => place(target)?.classList.remove("over"));
  document.addEventListener("click", (event) => {
    const button = event.target.closest?.(".attached li button");
    if (!button) return;
    event.preventDefault();
    const body = new FormData(button.form);
    body.delete("files");
    last = last.then(() => post(button.form, button.formAction, body));
  });
})();
