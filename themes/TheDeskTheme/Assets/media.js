// Uploads: files dropped or chosen go one by one, each a request of its own with its progress; what breaks off can be sent again and loses nothing of the rest.
const form = document.querySelector('form[data-upload]');

if (form) start(form);

function start(form) {
  const input = form.querySelector('input[type=file]');
  const list = form.querySelector('.uploads');
  const row = form.querySelector('template').content.firstElementChild;
  const waiting = [];
  let sending = false;
  form.classList.add('drop--js');
  form.querySelector('.drop__js').hidden = false;
  form.querySelector('.drop__plain').hidden = true;
  input.addEventListener('change', () => { take(input.files); input.value = ''; });
  form.addEventListener('submit', event => { event.preventDefault(); input.click(); });

  let inside = 0;
  form.addEventListener('dragenter', event => { event.preventDefault(); inside++; form.classList.add('drop--over'); });
  form.addEventListener('dragleave', () => { if (--inside <= 0) leave(); });
  form.addEventListener('dragover', event => event.preventDefault());
  form.addEventListener('drop', event => { event.preventDefault(); leave(); take(event.dataTransfer.files); });

  // A file that misses the place must not take the page away.
  addEventListener('dragover', event => event.preventDefault());
  addEventListener('drop', event => event.preventDefault());
  addEventListener('beforeunload', event => { if (sending) event.preventDefault(); });

  function leave() {
    inside = 0;
    form.classList.remove('drop--over');
  }

  function take(files) {
    for (const file of files) {
      const line = row.cloneNode(true);
      line.querySelector('.upload__name').textContent = file.name;
      line.querySelector('button').addEventListener('click', () => queue(line, file));
      list.append(line);
      queue(line, file);
    }
    list.hidden = list.children.length === 0;
  }

  function queue(line, file) {
    tell(line, 'waiting');
    waiting.push({ line, file });
    next();
  }

  async function next() {
    if (sending || waiting.length === 0) return;
    sending = true;
    const { line, file } = waiting.shift();
    tell(line, 'sending');
    const answer = await send(file, done => { line.querySelector('progress').value = done; });
    sending = false;
    if (!answer) tell(line, 'broken');
    else if (answer.why) tell(line, 'refused', answer.why);
    else keep(line, answer);
    next();
  }

  function keep(line, answer) {
    tell(line, 'done');
    const link = document.createElement('a');
    link.href = answer.url;
    link.textContent = answer.name;
    line.querySelector('.upload__name').replaceChildren(link);
    form.querySelector('.drop__after').hidden = false;
  }

  function tell(line, state, words) {
    const place = line.querySelector('.upload__state');
    line.dataset.state = state;
    place.textContent = words ?? place.dataset[state];
    line.querySelector('progress').hidden = state !== 'sending';
    line.querySelector('button').hidden = state !== 'broken';
  }

  // XMLHttpRequest, because fetch does not tell how far it is.
  function send(file, progress) {
    return new Promise(resolve => {
      const request = new XMLHttpRequest();
      const data = new FormData();
      data.append('__RequestVerificationToken', form.querySelector('[name=__RequestVerificationToken]').value);
      data.append('Files', file);
      request.open('POST', form.action);
      request.setRequestHeader('Accept', 'application/json');
      request.responseType = 'json';
      request.upload.addEventListener('progress', event => { if (event.lengthComputable) progress(100 * event.loaded / event.total); });
      request.addEventListener('load', () => resolve(request.status === 200 ? request.response?.[0] : null));
      for (const fault of ['error', 'abort', 'timeout']) request.addEventListener(fault, () => resolve(null));
      request.send(data);
    });
  }
}
