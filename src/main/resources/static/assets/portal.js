// The request form: what a browser can save people, never what the page needs to work.
const form = document.getElementById('request');
const field = name => form.elements[name];
const KEPT = ['summary', 'eds', 'until', 'browser', 'os', 'java', 'error', 'actions', 'additional', 'name', 'id', 'address'];
const DRAFT = 'kezek-request';

const summary = form.querySelector('.summary');
if (summary) summary.focus();

// Draft, on this device only.
const note = document.getElementById('draft');
const store = { read() { try { return JSON.parse(localStorage.getItem(DRAFT) || '{}'); } catch { return {}; } },
  write(values) { try { localStorage.setItem(DRAFT, JSON.stringify(values)); note.hidden = false; } catch { /* no room: the page goes on */ } },
  clear() { try { localStorage.removeItem(DRAFT); } catch { /* nothing was kept */ } note.hidden = true; } };
const kept = store.read();
for (const name of KEPT) if (!field(name).value && kept[name]) { field(name).value = kept[name]; note.hidden = false; }
document.getElementById('draft-delete').addEventListener('click', () => { store.clear(); for (const name of KEPT) field(name).value = ''; draw(); });

// The letter as the service will get it.
const preview = document.querySelector('.preview');
const value = name => name === 'java' && field('java-none').checked ? preview.dataset.noJava : field(name).value.trim();
const subject = () => `${value('id').replace(/\s/g, '') || 'Х'.repeat(12)}/СК/ ${value('summary')}`;
const lines = () => [...preview.querySelectorAll('[data-line]')].map(item => {
  const parts = (item.dataset.of || '').split(' ').filter(Boolean).map(value).filter(Boolean);
  const missing = item.dataset.of && !parts.length && !('optional' in item.dataset);
  return { item, missing, text: item.dataset.line + (parts.length ? parts.join(', ') : item.dataset.of ? (missing ? preview.dataset.empty : '—') : '') };
});
function draw() {
  document.getElementById('preview-subject').textContent = subject();
  for (const line of lines()) { line.item.textContent = line.text; line.item.classList.toggle('missing', Boolean(line.missing)); }
  document.getElementById('mailto').href = `mailto:${preview.dataset.to}?subject=${encodeURIComponent(subject())}&body=${encodeURIComponent(lines().map(l => l.text).join('\r\n'))}`;
}
form.addEventListener('input', () => { store.write(Object.fromEntries(KEPT.map(name => [name, field(name).value]))); draw(); });
document.getElementById('copy').addEventListener('click', () => navigator.clipboard?.writeText(`${subject()}\n\n${lines().map(l => l.text).join('\n')}`));

// Browser and system: only when asked to.
document.getElementById('detect').addEventListener('click', async () => {
  const data = navigator.userAgentData;
  if (data) {
    const more = await data.getHighEntropyValues(['platformVersion', 'fullVersionList']);
    const brands = (more.fullVersionList || data.brands).filter(b => !/not.?a.?brand/i.test(b.brand));
    const brand = brands.find(b => b.brand !== 'Chromium') || brands[0];
    if (brand) field('browser').value = `${brand.brand} ${brand.version}`;
    field('os').value = `${data.platform} ${more.platformVersion || ''}`.trim();
  } else {
    const firefox = navigator.userAgent.match(/(Firefox|Version)\/([\d.]+)/);
    if (firefox) field('browser').value = `${firefox[1] === 'Version' ? 'Safari' : firefox[1]} ${firefox[2]}`;
    field('os').value = navigator.platform;
  }
  field('browser').dispatchEvent(new Event('input', { bubbles: true }));
});

// Pictures from the clipboard or dropped go into the ordinary file field.
const files = field('files');
const list = document.getElementById('file-list');
function show() {
  list.replaceChildren(...[...files.files].map(file => { const line = document.createElement('li'); line.textContent = `${file.name}, ${Math.max(1, Math.round(file.size / 1024))} KB`; return line; }));
}
let chosen = [];
function add(more) {
  const all = new DataTransfer();
  for (const file of [...chosen, ...more]) all.items.add(file);
  files.files = all.files; chosen = [...all.files]; show();
}
files.addEventListener('change', () => { const now = [...files.files]; const before = chosen; chosen = []; add([...before, ...now]); });
document.addEventListener('paste', event => {
  const pasted = [...(event.clipboardData?.files || [])];
  if (pasted.length) { event.preventDefault(); add(pasted.map((file, i) => new File([file], file.name === 'image.png' ? `screen-${chosen.length + i + 1}.png` : file.name, { type: file.type }))); }
});
const drop = document.getElementById('drop');
drop.addEventListener('dragover', event => { event.preventDefault(); drop.classList.add('over'); });
drop.addEventListener('dragleave', () => drop.classList.remove('over'));
drop.addEventListener('drop', event => { event.preventDefault(); drop.classList.remove('over'); add([...event.dataTransfer.files]); });
draw();
