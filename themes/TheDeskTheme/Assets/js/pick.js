// The library over the editor: what is picked goes into the form, and nothing that was typed is left. Without this script the button leads to a page.
export function pickFromLibrary(address, one) {
  const dialog = document.getElementById('library').content.cloneNode(true).firstElementChild;
  const list = dialog.querySelector('.library__list');
  const chosen = new Map();
  document.body.append(dialog);

  const show = async url => {
    const answer = await fetch(url, { headers: { Accept: 'text/html' } });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const pick = page.getElementById('pick');
    if (!answer.ok || !pick) { location.assign(url); return; }
    pick.removeAttribute('id');
    for (const inner of pick.querySelectorAll('form[method=post]')) inner.replaceWith(...inner.childNodes);
    for (const field of pick.querySelectorAll('[id]')) field.id = `library-${field.id}`;
    for (const label of pick.querySelectorAll('label[for]')) label.htmlFor = `library-${label.htmlFor}`;
    for (const box of pick.querySelectorAll('input[name=Chosen]')) box.checked = chosen.has(box.value);
    list.replaceChildren(pick);
    list.scrollTop = 0;
  };

  return new Promise(resolve => {
    const done = picked => {
      dialog.close();
      dialog.remove();
      resolve(picked);
    };

    dialog.addEventListener('click', event => {
      const link = event.target.closest('a');
      if (link && list.contains(link)) { event.preventDefault(); show(link.href); }
      if (event.target.closest('button[value=cancel]')) done([]);
      if (event.target.closest('button[value=use]')) done([...chosen.values()]);
    });
    dialog.addEventListener('submit', event => {
      event.preventDefault();
      show(`${event.target.action.split('?')[0]}?${new URLSearchParams(new FormData(event.target))}`);
    });
    dialog.addEventListener('change', event => {
      const box = event.target;
      if (box.name !== 'Chosen') return;
      if (one && box.checked) {
        chosen.clear();
        for (const other of list.querySelectorAll('input[name=Chosen]')) other.checked = other === box;
      }
      if (box.checked) chosen.set(box.value, { id: box.value, name: box.dataset.name, url: box.dataset.url, thumb: box.dataset.thumb, alt: box.dataset.alt });
      else chosen.delete(box.value);
    });
    dialog.addEventListener('cancel', event => { event.preventDefault(); done([]); });
    dialog.showModal();
    show(address);
  });
}

for (const button of document.querySelectorAll('.files button[data-pick]')) {
  button.addEventListener('click', async event => {
    event.preventDefault();
    const group = button.closest('.files');
    const kept = group.querySelector('.kept');
    for (const file of await pickFromLibrary(button.dataset.pick, false)) {
      if (!kept.querySelector(`input[value="${file.id}"]`)) kept.append(line(group.dataset.files, file));
    }
  });
}

function line(name, file) {
  const item = document.createElement('li');
  const label = document.createElement('label');
  const box = Object.assign(document.createElement('input'), { type: 'checkbox', name, value: file.id, checked: true });
  const words = document.createElement('span');
  label.className = 'check';
  words.textContent = file.name;
  label.append(box);
  if (file.thumb) label.append(Object.assign(document.createElement('img'), { className: 'kept__pic', src: file.thumb, alt: '' }));
  label.append(words);
  item.append(label);
  return item;
}
