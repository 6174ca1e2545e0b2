// The applicants' pages: what a browser can save people, never what a page needs to work.
const KEPT = ['summary', 'eds', 'until', 'browser', 'os', 'java', 'error', 'actions', 'additional', 'name', 'id', 'address'];
const DRAFT = 'kezek-request';
const DRAFT_AGE = 7 * 24 * 3600 * 1000;
const KEY_FILES = /\.(p12|pfx|jks|key)$/i;
const MOST_FILES = 10;
const MOST_BYTES = 25 * 1024 * 1024;
const one = (root, selector) => root.querySelector(selector);
const all = (root, selector) => [...root.querySelectorAll(selector)];

// A file on its way stays chosen when the page's middle is drawn anew.
let chosen = [];
let attach = () => {};

function start(main) {
  one(main, '.summary')?.focus();
  all(main, '[data-counts]').forEach(counter);
  files(main);
  const form = one(main, '#request');
  if (form) request(main, form);
  for (const sending of all(main, '#request, form[data-sends]')) sending.addEventListener('submit', send);
  one(main, '[data-change]')?.addEventListener('submit', event => { if (before) { event.preventDefault(); history.back(); } });
  if (one(main, '[data-taken]')) draft.clear();
}

const draft = {
  read() {
    try {
      const kept = JSON.parse(localStorage.getItem(DRAFT) || '{}');
      return Date.now() - kept.at < DRAFT_AGE ? kept : {};
    } catch { return {}; }
  },
  write(values) { try { localStorage.setItem(DRAFT, JSON.stringify({ at: Date.now(), values })); } catch { } },
  clear() { try { localStorage.removeItem(DRAFT); } catch { } },
};

function request(main, form) {
  const field = name => form.elements[name];
  const note = one(main, '#draft');
  const noJava = field('java-none');
  const kept = draft.read();
  const say = at => { note.hidden = false; one(note, 'time').textContent = new Date(at).toLocaleTimeString(document.documentElement.lang, { hour: '2-digit', minute: '2-digit' }); };
  const untouched = KEPT.every(name => !field(name).value);
  if (kept.values && untouched) {
    for (const name of KEPT) field(name).value = kept.values[name] || '';
    noJava.checked = Boolean(kept.values.noJava);
  }
  if (kept.values) say(kept.at);
  one(main, '#draft-delete').addEventListener('click', () => {
    draft.clear();
    note.hidden = true;
    for (const name of KEPT) field(name).value = '';
    noJava.checked = false;
    chosen = [];
    attach([]);
    field('summary').focus();
    form.dispatchEvent(new Event('kezek:changed'));
  });
  const draw = letter(main, form);
  form.addEventListener('kezek:changed', draw);
  form.addEventListener('input', () => {
    draft.write({ ...Object.fromEntries(KEPT.map(name => [name, field(name).value])), noJava: noJava.checked });
    say(Date.now());
    draw();
  });
  draw();
  detection(main, form);
  certificate(main, form);
  suggestions(main, field('summary'));
}

function letter(main, form) {
  const preview = one(main, '.preview');
  const words = preview.dataset;
  const field = name => form.elements[name].value.trim();
  const parts = {
    java: () => field('java') || (form.elements['java-none'].checked ? words.noJava : ''),
    until: () => field('until') && words.until.replace('#', field('until')),
    os: () => field('os') && words.os.replace('#', field('os')),
    id: () => field('id') && words.id.replace('#', field('id').replaceAll(' ', '')),
    files: () => chosen.length ? words.files.replace('#', chosen.length) : '',
  };
  const part = name => parts[name] ? parts[name]() : field(name);
  const subject = () => `${field('id').replaceAll(' ', '') || 'Х'.repeat(12)}/СК/ ${field('summary')}`;
  const line = item => {
    const names = (item.dataset.of || '').split(' ').filter(Boolean);
    const filled = names.map(part).filter(Boolean);
    const gap = names.length > filled.length && !('optional' in item.dataset);
    const rest = filled.join('optional' in item.dataset ? '; ' : ', ') || (names.length ? (gap ? words.empty : '—') : '');
    return { item, gap, text: item.dataset.line + rest };
  };
  const lines = () => all(preview, '[data-line]').map(line);
  const text = () => lines().map(each => each.text).join('\n');
  const copy = one(preview, '#copy');
  copy.addEventListener('click', async () => {
    await navigator.clipboard?.writeText(`${subject()}\n\n${text()}`);
    copy.textContent = copy.dataset.done;
  });
  return () => {
    one(preview, '#preview-subject').textContent = subject();
    for (const each of lines()) {
      each.item.textContent = each.text;
      each.item.classList.toggle('missing', each.gap);
    }
    one(preview, '#mailto').href = `mailto:${words.to}?subject=${encodeURIComponent(subject())}&body=${encodeURIComponent(text().replaceAll('\n', '\r\n'))}`;
  };
}

function detection(main, form) {
  one(main, '#detect').addEventListener('click', async () => {
    const found = await browserAndSystem();
    const said = one(main, '#detected');
    if (found.browser) form.elements.browser.value = found.browser;
    if (found.os) form.elements.os.value = found.os;
    said.textContent = [found.browser, found.os].filter(Boolean).join(', ') || said.dataset.unknown;
    if (found.browser) {
      one(main, '#detect-box').classList.add('known');
      one(main, '#detected-note').textContent = one(main, '#detected-note').dataset.done;
    }
    form.elements.browser.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

async function browserAndSystem() {
  const data = navigator.userAgentData;
  if (!data) {
    const told = navigator.userAgent.match(/(Firefox|Version)\/([\d.]+)/);
    return { browser: told ? `${told[1] === 'Version' ? 'Safari' : told[1]} ${told[2]}` : '', os: navigator.platform };
  }
  const more = await data.getHighEntropyValues(['platformVersion', 'fullVersionList']);
  const brands = (more.fullVersionList || data.brands).filter(each => !/not.?a.?brand/i.test(each.brand));
  const brand = brands.find(each => each.brand !== 'Chromium') || brands[0];
  const major = Number.parseInt(more.platformVersion, 10);
  // Windows tells the version of a contract: 13 and more is Windows 11.
  const version = data.platform === 'Windows' ? (major >= 13 ? '11' : '10') : more.platformVersion || '';
  return { browser: brand ? `${brand.brand} ${brand.version}` : '', os: `${data.platform} ${version}`.trim() };
}

// Item 1 from the open certificate; the server reads it. A private key does not leave the device.
function certificate(main, form) {
  const box = one(main, '.certificate');
  const input = one(box, 'input');
  const done = one(main, '#certificate-read');
  const read = async file => {
    done.hidden = true;
    wrong(box, '');
    if (await isKey(file)) return wrong(box, one(main, '.files').dataset.key);
    const data = new FormData();
    for (const name of ['opened', 'id', 'name']) data.append(name, form.elements[name].value);
    data.append('certificate', file);
    try {
      const answer = await fetch('/request/certificate', { method: 'POST', body: data });
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      if (!answer.ok) return wrong(box, one(page, '#certificate-error').textContent.trim());
      for (const name of ['eds', 'until', 'id', 'name']) form.elements[name].value = one(page, `[name=${name}]`).value;
      done.hidden = false;
      form.elements.eds.dispatchEvent(new Event('input', { bubbles: true }));
    } catch { wrong(box, one(main, '.files').dataset.failed); }
  };
  input.addEventListener('change', async () => {
    const [file] = input.files;
    input.value = '';
    if (file) await read(file);
  });
  zone(one(box, '.drop'), dropped => read(dropped[0]));
}

function suggestions(main, summary) {
  const place = one(main, '#suggestions');
  if (!place) return;
  let asked = 0;
  let timer;
  summary.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(async () => {
      const mine = ++asked;
      try {
        const answer = await fetch('/help/suggestions', { method: 'POST', body: new URLSearchParams({ text: summary.value }) });
        const page = new DOMParser().parseFromString(answer.ok ? await answer.text() : '', 'text/html');
        if (mine === asked) place.replaceChildren(...page.body.children);
      } catch { }
    }, 350);
  });
}

function counter(counted) {
  const field = document.getElementById(counted.dataset.counts);
  const count = () => {
    counted.textContent = counted.dataset.words.replace('#', field.value.trim().length);
    counted.classList.toggle('over', field.value.trim().length > Number(counted.dataset.most));
  };
  field.addEventListener('input', count);
  field.form.addEventListener('kezek:changed', count);
  queueMicrotask(count);
}

function files(main) {
  const box = one(main, '.files');
  attach = () => {};
  if (!box) return;
  const input = one(box, 'input');
  const words = box.dataset;
  const show = () => {
    const into = new DataTransfer();
    chosen.forEach(file => into.items.add(file));
    input.files = into.files;
    one(box, '.file-list').replaceChildren(...chosen.map(file => row(file, words, () => { chosen = chosen.filter(each => each !== file); show(); })));
    box.closest('form').dispatchEvent(new Event('kezek:changed'));
  };
  attach = async more => {
    wrong(box, '');
    for (const file of more) {
      if (await isKey(file)) wrong(box, words.key);
      else if (chosen.length === MOST_FILES || chosen.reduce((sum, each) => sum + each.size, file.size) > MOST_BYTES) wrong(box, words.much);
      else chosen = [...chosen, file];
    }
    show();
  };
  input.addEventListener('change', () => attach([...input.files]));
  zone(one(box, '.drop'), dropped => attach(dropped));
  if (chosen.length) show();
}

function row(file, words, remove) {
  const line = document.createElement('li');
  const picture = document.createElement(file.type.startsWith('image/') ? 'img' : 'span');
  picture.className = 'look';
  if (picture instanceof HTMLImageElement) {
    picture.alt = '';
    picture.src = URL.createObjectURL(file);
    picture.addEventListener('load', () => URL.revokeObjectURL(picture.src), { once: true });
  }
  const name = document.createElement('span');
  name.className = 'name';
  name.textContent = file.name;
  const size = document.createElement('small');
  size.textContent = words.size.replace('#', Math.max(1, Math.round(file.size / 1024)));
  const away = document.createElement('button');
  away.className = 'button quiet';
  away.type = 'button';
  away.textContent = words.remove;
  away.setAttribute('aria-label', `${words.remove}: ${file.name}`);
  away.addEventListener('click', remove);
  line.append(picture, name, size, away);
  return line;
}

async function isKey(file) {
  return KEY_FILES.test(file.name) || (file.size < 65536 && (await file.text()).includes('PRIVATE KEY'));
}

function wrong(box, words) {
  const error = one(box, '.error');
  one(error, 'span').textContent = words;
  error.hidden = !words;
  box.classList.toggle('bad', Boolean(words));
}

function zone(place, take) {
  place.addEventListener('dragover', event => { event.preventDefault(); place.classList.add('over'); });
  place.addEventListener('dragleave', () => place.classList.remove('over'));
  place.addEventListener('drop', event => {
    event.preventDefault();
    event.stopPropagation();
    place.classList.remove('over');
    if (event.dataTransfer.files.length) take([...event.dataTransfer.files]);
  });
}

// A file dropped beside its place would replace the page and lose what was written.
document.addEventListener('dragover', event => event.preventDefault());
document.addEventListener('drop', event => { event.preventDefault(); if (event.dataTransfer?.files.length) attach([...event.dataTransfer.files]); });
document.addEventListener('paste', event => {
  const data = event.clipboardData;
  const pasted = [...(data?.files || [])];
  // Offices put a picture beside copied text: in a field the text is meant.
  if (!pasted.length || (data.types.includes('text/plain') && event.target.matches?.('input, textarea'))) return;
  event.preventDefault();
  const screen = one(document, '.files')?.dataset.screen;
  attach(pasted.map((file, index) => file.name === 'image.png' ? new File([file], `${screen}-${chosen.length + index + 1}.png`, { type: file.type }) : file));
});

let before;

function send(event) {
  const form = event.target;
  if (!chosen.length || event.submitter?.hasAttribute('formaction')) return;
  event.preventDefault();
  const button = event.submitter;
  const calm = button?.textContent;
  const asked = new XMLHttpRequest();
  const rest = busy => {
    if (!button) return;
    button.disabled = busy;
    if (button.dataset.busy) button.textContent = busy ? button.dataset.busy : calm;
  };
  const failed = () => { rest(false); progress(form, -1); wrong(one(form, '.files'), one(form, '.files').dataset.failed); };
  asked.open('POST', form.action);
  asked.responseType = 'document';
  asked.upload.addEventListener('progress', told => progress(form, told.loaded));
  asked.addEventListener('error', failed);
  asked.addEventListener('load', () => {
    const main = asked.response?.getElementById('main');
    if (!main) return failed();
    if (asked.responseURL !== form.action) return location.assign(asked.responseURL);
    rest(false);
    progress(form, -1);
    swap(document.adoptNode(main), asked.response.title, asked.status === 200);
  });
  asked.send(new FormData(form, button));
  rest(true);
  progress(form, 0);
}

// Files go one after another: what has been sent fills them in their order.
function progress(form, sent) {
  let left = sent;
  all(form, '.file-list li').forEach((line, index) => {
    const file = chosen[index];
    const share = Math.max(0, Math.min(1, left / Math.max(1, file.size)));
    left -= file.size;
    let bar = one(line, 'progress');
    if (sent < 0) { bar?.remove(); return; }
    if (!bar) {
      bar = document.createElement('progress');
      bar.max = 100;
      bar.setAttribute('aria-label', file.name);
      line.append(bar);
    }
    bar.value = Math.round(100 * share);
  });
}

function swap(main, title, forward) {
  const old = document.getElementById('main');
  if (forward) {
    before = { main: old, title: document.title };
    history.pushState(null, '');
  }
  old.replaceWith(main);
  document.title = title;
  scrollTo(0, 0);
  start(main);
  if (forward) focus(main);
}

function focus(main) {
  const heading = one(main, 'h1');
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}

addEventListener('popstate', () => {
  if (!before) return;
  document.getElementById('main').replaceWith(before.main);
  document.title = before.title;
  files(before.main);
  before = undefined;
});

start(document.getElementById('main'));
