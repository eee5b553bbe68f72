// Rich text over a plain textarea, which keeps the HTML and is what the form sends: without this script it is edited as it is.
import { Editor, Node } from '@tiptap/core';
import { ListItem } from '@tiptap/extension-list';
import StarterKit from '@tiptap/starter-kit';
import { pickFromLibrary } from './js/pick.js';

// Tab leaves the text, as everywhere on the page; lists are left with Enter.
const Item = ListItem.extend({ addKeyboardShortcuts() { return { Enter: () => this.editor.commands.splitListItem(this.name) }; } });

// A picture of the media library, by its address; what it shows is said there.
const Picture = Node.create({
  name: 'image',
  group: 'block',
  draggable: true,
  addAttributes: () => ({ src: { default: null } }),
  parseHTML: () => [{ tag: 'img[src^="/media/"]' }],
  renderHTML: ({ HTMLAttributes }) => ['img', HTMLAttributes],
});

const acts = {
  bold: c => c.toggleBold(),
  italic: c => c.toggleItalic(),
  h2: c => c.toggleHeading({ level: 2 }),
  h3: c => c.toggleHeading({ level: 3 }),
  bulletList: c => c.toggleBulletList(),
  orderedList: c => c.toggleOrderedList(),
  blockquote: c => c.toggleBlockquote(),
  undo: c => c.undo(),
  redo: c => c.redo(),
};

const isOn = (editor, act) => act === 'h2' || act === 'h3' ? editor.isActive('heading', { level: Number(act[1]) }) : editor.isActive(act);
const isToggle = act => act !== 'undo' && act !== 'redo' && act !== 'image';

for (const area of document.querySelectorAll('textarea[data-rich=true]')) {
  if (!area.closest('fieldset:disabled')) enhance(area);
}

function enhance(area) {
  const box = document.createElement('div');
  box.className = 'rich';
  const bar = document.getElementById('rich-tools').content.cloneNode(true).firstElementChild;
  const label = document.querySelector(`label[for="${area.id}"]`);
  label.id ||= `${area.id}-label`;
  bar.setAttribute('aria-label', `${bar.getAttribute('aria-label')}: ${label.textContent.trim()}`);
  box.append(bar);
  area.after(box);
  area.hidden = true;

  const attributes = { class: 'rich__text in', role: 'textbox', 'aria-multiline': 'true', 'aria-labelledby': label.id, lang: area.lang || 'th' };
  for (const name of ['aria-describedby', 'aria-invalid', 'aria-required']) {
    if (area.hasAttribute(name)) attributes[name] = area.getAttribute(name);
  }

  const editor = new Editor({
    element: box,
    injectCSS: false,
    content: area.value,
    editorProps: { attributes: { ...attributes, id: `${area.id}-rich` } },
    extensions: [
      StarterKit.configure({
        heading: { levels: [2, 3] }, code: false, codeBlock: false, horizontalRule: false, strike: false, underline: false, listItem: false, dropcursor: false,
        trailingNode: false, link: { openOnClick: false, autolink: false, HTMLAttributes: { target: null, rel: null, class: null }, protocols: ['http', 'https', 'mailto', 'tel'] },
      }),
      Item,
      Picture,
    ],
    onUpdate: () => { area.value = editor.isEmpty ? '' : editor.getHTML(); },
    onTransaction: () => paint(bar, editor),
  });

  // The list of faults at the top and the label lead to the text that is seen.
  label.addEventListener('click', () => editor.commands.focus());
  addEventListener('hashchange', () => { if (location.hash === `#${area.id}`) editor.commands.focus(); });
  document.querySelectorAll(`a[href="#${area.id}"]`).forEach(a => a.addEventListener('click', () => setTimeout(() => editor.commands.focus())));

  const ask = () => askForLink(editor);
  bar.addEventListener('click', event => {
    const act = event.target.closest('button')?.dataset.do;
    if (act === 'link') ask();
    else if (act === 'image') insertPicture(editor, event.target.closest('button').dataset.pick);
    else if (act) acts[act](editor.chain().focus()).run();
  });
  bar.addEventListener('keydown', event => walk(bar, event));
  box.addEventListener('keydown', event => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') { event.preventDefault(); ask(); }
    if (event.altKey && event.key === 'F10') { event.preventDefault(); bar.querySelector('[tabindex="0"]').focus(); }
  });
  bar.querySelectorAll('button').forEach((button, at) => { button.tabIndex = at === 0 ? 0 : -1; });
  paint(bar, editor);
}

function paint(bar, editor) {
  for (const button of bar.children) {
    if (isToggle(button.dataset.do)) button.setAttribute('aria-pressed', String(isOn(editor, button.dataset.do)));
  }
}

// One stop for Tab, arrows within (the toolbar pattern of WAI-ARIA).
function walk(bar, event) {
  const buttons = [...bar.children];
  const at = buttons.indexOf(document.activeElement);
  const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
  if (to === undefined || at < 0) return;
  event.preventDefault();
  const next = buttons[(to + buttons.length) % buttons.length];
  buttons.forEach(b => { b.tabIndex = b === next ? 0 : -1; });
  next.focus();
}

async function insertPicture(editor, address) {
  for (const file of await pickFromLibrary(address, true)) editor.chain().focus().insertContent({ type: 'image', attrs: { src: file.url } }).run();
}

function askForLink(editor) {
  const dialog = document.getElementById('rich-link').content.cloneNode(true).firstElementChild;
  const url = dialog.querySelector('input');
  document.body.append(dialog);
  url.value = editor.getAttributes('link').href ?? '';
  const done = act => {
    dialog.close();
    dialog.remove();
    const chain = editor.chain().focus().extendMarkRange('link');
    const href = url.value.trim();
    if (act === 'set' && href && editor.state.selection.empty && !editor.isActive('link')) chain.insertContent({ type: 'text', text: href, marks: [{ type: 'link', attrs: { href } }] }).run();
    else if (act === 'set' && href) chain.setLink({ href }).run();
    else if (act === 'remove' || act === 'set') chain.unsetLink().run();
    else editor.commands.focus();
  };
  dialog.addEventListener('click', event => { if (event.target.value && event.target.matches('button')) done(event.target.value); });
  dialog.addEventListener('cancel', event => { event.preventDefault(); done('cancel'); });
  url.addEventListener('keydown', event => { if (event.key === 'Enter') { event.preventDefault(); done('set'); } });
  dialog.showModal();
}
