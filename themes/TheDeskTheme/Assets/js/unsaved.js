// A form with data-unsaved asks before its typed text is left behind.
const forms = document.querySelectorAll('form[data-unsaved]');

for (const form of forms) {
  const typed = () => new URLSearchParams(new FormData(form)).toString();
  let saved = typed();
  let leaving = false;
  form.addEventListener('submit', () => { leaving = true; });
  form.addEventListener('saved', () => { saved = typed(); });
  addEventListener('beforeunload', event => {
    if (!leaving && typed() !== saved) event.preventDefault();
  });
}
