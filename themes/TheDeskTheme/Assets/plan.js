// The plan's form while somebody types: amounts and sums of the budget, and saving without leaving the page.
// Everything here also happens on the server; without script the form works by its buttons.
const form = document.querySelector('form[data-plan]');

if (form) {
  budget(form);
  autosave(form);
}

function budget(form) {
  const cuts = form.querySelector('[data-cuts]');
  if (!cuts) return;
  const chips = { true: form.querySelector('[data-state-done]'), false: form.querySelector('[data-state-error]') };

  const sum = () => {
    const lines = [...form.querySelectorAll('[data-line]')].map(line => {
      const amount = times(hundredths(line.querySelector('[data-quantity]').value), hundredths(line.querySelector('[data-price]').value));
      line.querySelector('[data-amount]').textContent = baht(amount);
      return { amount, tiers: [...line.querySelectorAll('[data-cut]:checked')].map(box => box.dataset.cut) };
    });
    for (const cut of cuts.querySelectorAll('[data-award]')) {
      const tier = cut.dataset.tier, award = +cut.dataset.award;
      const total = lines.filter(line => tier === '' || line.tiers.includes(tier)).reduce((all, line) => all + line.amount, 0);
      show(cut, total, award);
    }
  };

  const show = (cut, total, award) => {
    cut.querySelector('[data-sum]').textContent = baht(total);
    cut.querySelector('.meter-bar rect')?.setAttribute('width', `${Math.min(100, Math.max(0, total / award * 100))}%`);
    const chip = chips[total === award].content.cloneNode(true);
    const words = total === award ? cuts.dataset.fits : total < award ? cuts.dataset.short : cuts.dataset.over;
    chip.querySelector('b').replaceWith(words.replace('{amount}', baht(Math.abs(award - total))));
    cut.querySelector('[data-state]').replaceChildren(chip);
  };

  form.addEventListener('input', sum);
}

// Hundredths as a whole number: satang of a price, or a quantity of at most two decimals. What cannot be read counts as nothing.
function hundredths(typed) {
  const ascii = typed.replace(/[๐-๙]/g, digit => digit.charCodeAt(0) - 0x0E50).replaceAll(',', '').trim();
  const read = /^(\d{1,8})(?:\.(\d{1,2}))?$/.exec(ascii);
  return read ? +read[1] * 100 + +(read[2] ?? '').padEnd(2, '0') : 0;
}

// Rounded to the satang, half away from zero, without a fraction of binary floating point.
function times(quantity, price) {
  const product = BigInt(quantity) * BigInt(price);
  return Number((product + 50n) / 100n);
}

function baht(satang) {
  return (satang / 100).toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}

function autosave(form) {
  const said = form.querySelector('[data-save]');
  const version = form.elements.namedItem('Version');
  let waiting, saving = false, again = false, pressed = null;

  const tell = (state, words) => {
    said.dataset.s = state;
    if (words) said.querySelector('span').textContent = words;
  };

  const save = async () => {
    if (saving) { again = true; return; }
    saving = true;
    tell('saving');
    try {
      const answer = await fetch(form.dataset.autosave, { method: 'POST', body: new FormData(form), headers: { accept: 'application/json' }, redirect: 'error' });
      const { version: now, at, told } = await answer.json();
      if (told) {
        tell('told', told);
      } else {
        version.value = now;
        tell('saved', at);
        form.dispatchEvent(new Event('saved'));
      }
    } catch {
      // No network, or signed out: what was typed stays in the form and the button says what is wrong.
      tell('typing');
    }
    saving = false;
    if (pressed) {
      form.requestSubmit(pressed);
    } else if (again) {
      again = false;
      save();
    }
  };

  form.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(save, 2000);
  });
  // A button pressed while a save is under way waits for it, or it would be an older version than its own.
  form.addEventListener('submit', event => {
    clearTimeout(waiting);
    if (saving) {
      event.preventDefault();
      pressed = event.submitter;
    }
  });
}
