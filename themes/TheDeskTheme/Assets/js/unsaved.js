// A form with data-unsaved asks before its typed text is left behind, and keeps it in this tab until it is saved:
// a sign-in that has ended, a crash or a link followed by mistake costs nothing.
const forms = [...document.querySelectorAll('form[data-unsaved]')];
const isSaid = document.querySelector('.said') !== null;

if (isSaid) {
  // What was sent has arrived, whichever page says so.
  for (const key of Object.keys(sessionStorage).filter(k => k.startsWith('typed:') && JSON.parse(sessionStorage.getItem(k)).sent)) sessionStorage.removeItem(key);
}

for (const [at, form] of forms.entries()) {
  const key = `typed:${location.pathname}#${at}`;
  const typed = () => new URLSearchParams(new FormData(form)).toString();
  const fields = [...form.elements].filter(e => e.name && !['hidden', 'password', 'file', 'submit', 'button'].includes(e.type));
  const valueOf = e => ['checkbox', 'radio'].includes(e.type) ? e.checked : e.value;
  const placeOf = e => `${e.name}#${fields.filter(f => f.name === e.name).indexOf(e)}`;
  const kept = JSON.parse(sessionStorage.getItem(key) ?? 'null');
  let saved = typed();
  let leaving = false;

  const missing = () => fields.filter(e => kept !== null && placeOf(e) in kept.values && kept.values[placeOf(e)] !== valueOf(e));

  const forget = () => sessionStorage.removeItem(key);

  const giveBack = () => {
    for (const e of missing()) {
      const value = kept.values[placeOf(e)];
      if (['checkbox', 'radio'].includes(e.type)) e.checked = value;
      else e.value = value;
    }
  };

  if (kept?.wanted) {
    // Before other scripts make editors of the fields.
    giveBack();
    sessionStorage.setItem(key, JSON.stringify({ values: kept.values }));
    saved = '';
  } else if (missing().length === 0) {
    forget();
  } else if (!document.querySelector('.summary-err')) {
    const offer = document.getElementById('typed-kept')?.content.firstElementChild.cloneNode(true);
    if (offer) {
      form.before(offer);
      offer.querySelector('[value=give]').addEventListener('click', () => {
        sessionStorage.setItem(key, JSON.stringify({ ...kept, wanted: true }));
        leaving = true;
        location.reload();
      });
      offer.querySelector('[value=forget]').addEventListener('click', () => { forget(); offer.remove(); });
    }
  }

  const first = new Map(fields.map(e => [placeOf(e), valueOf(e)]));
  let timer = 0;

  const keep = sent => {
    const values = Object.fromEntries(fields.filter(e => valueOf(e) !== first.get(placeOf(e))).map(e => [placeOf(e), valueOf(e)]));
    if (Object.keys(values).length > 0) sessionStorage.setItem(key, JSON.stringify({ values: { ...(kept?.wanted ? kept.values : {}), ...values }, sent }));
  };

  form.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(keep, 400, false);
  });
  form.addEventListener('submit', () => {
    leaving = true;
    clearTimeout(timer);
    keep(true);
  });
  form.addEventListener('saved', () => {
    saved = typed();
    forget();
  });
  addEventListener('beforeunload', event => {
    if (!leaving && typed() !== saved) event.preventDefault();
  });
}
