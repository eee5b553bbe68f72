// Says who else has the same thing open, and asks again while the page is looked at.
for (const place of document.querySelectorAll('[data-presence]')) {
  setInterval(async () => {
    if (document.visibilityState !== 'visible') return;
    const answer = await fetch(place.dataset.presence, { headers: { Accept: 'text/html' } }).catch(() => null);
    if (answer?.ok && !answer.redirected) {
      const html = await answer.text();
      if (html !== place.innerHTML) place.innerHTML = html;
    }
  }, 20000);
}
