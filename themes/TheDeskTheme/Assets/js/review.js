// The score sheet: one criterion open at a time, points counted while marking, one key per act (the list is behind "?").
const form = document.querySelector('form.rv__sheet');

if (form) start(form);

function start(form) {
  const criteria = [...form.querySelectorAll('.crit')];
  const editable = !form.querySelector('fieldset:disabled');
  const level = c => c.querySelector('input[type=radio]:checked')?.value;
  document.documentElement.classList.add('js');

  const paint = () => {
    let sum = 0;
    let marked = 0;

    for (const c of criteria) {
      const value = level(c);
      const points = value === undefined || value === 'none' ? null : Number(c.dataset.w) * Number(value) / 5;
      sum += points ?? 0;
      marked += value === undefined ? 0 : 1;
      c.querySelector('.v').textContent = points ?? '–';
      c.querySelectorAll('.pips i').forEach((pip, at) => pip.classList.toggle('on', at < Number(value)));
    }

    form.querySelector('.total__n').firstChild.textContent = sum;
    const done = form.querySelector('[data-marked]');
    done.textContent = done.dataset.marked.replace('{done}', marked);
  };

  const open = (c, focus = true) => {
    for (const other of criteria) {
      other.dataset.open = String(other === c);
      other.querySelector('.crit__row').setAttribute('aria-expanded', String(other === c));
    }

    if (focus) {
      (c.querySelector('input[type=radio]:checked') ?? c.querySelector('input[type=radio]'))?.focus({ preventScroll: true });
      c.scrollIntoView({ block: 'nearest' });
    }
  };

  const mark = (c, next, key) => {
    const value = key === '-' ? 'none' : key;
    const input = c.querySelector(`input[type=radio][value="${value}"]`);

    if (!input) return;
    input.checked = true;
    paint();

    if (['0', '1', '5'].includes(value)) {
      c.querySelector('textarea').focus();
    } else if (next) {
      open(next);
    }
  };

  for (const c of criteria) {
    c.querySelector('.crit__row').addEventListener('click', () => open(c));
    c.addEventListener('change', paint);
  }

  document.addEventListener('keydown', event => {
    if (event.ctrlKey && event.key === 'Enter' && editable) {
      form.requestSubmit(form.querySelector('.btn--main'));
      return;
    }

    if (localStorage.keys === 'off' || event.ctrlKey || event.metaKey || event.altKey || event.target.matches('textarea, select, input:not([type=radio])')) return;
    const at = criteria.findIndex(c => c.dataset.open === 'true');
    const key = event.key.toLowerCase();

    if (/^[0-5-]$/.test(key) && editable && at >= 0) {
      event.preventDefault();
      mark(criteria[at], criteria[at + 1], key);
    } else if (key === 'j' && criteria[at + 1]) {
      open(criteria[at + 1]);
    } else if (key === 'k' && criteria[at - 1]) {
      open(criteria[at - 1]);
    } else if (key === 'r' && at >= 0) {
      event.preventDefault();
      criteria[at].querySelector('textarea').focus();
    }
  });

  const keys = document.querySelector('#keys');
  document.querySelector('[data-keys]')?.removeAttribute('hidden');
  document.querySelector('[data-keys]')?.addEventListener('click', () => keys.showModal());
  const single = keys?.querySelector('input[type=checkbox]');

  if (single) {
    single.checked = localStorage.keys !== 'off';
    single.addEventListener('change', () => { localStorage.keys = single.checked ? 'on' : 'off'; });
  }

  // After a refusal the criterion with the fault is the one to look at.
  const first = criteria.find(c => c.querySelector('.err')) ?? criteria.find(c => level(c) === undefined) ?? criteria[0];
  open(first, false);
  paint();
}
