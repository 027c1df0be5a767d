// Optional: without it the form sends the file in one go. A large file leaves in pieces (tus 1.0), goes on by itself after a
// break, and goes on where it was when the same file is chosen again.
(() => {
  const form = document.querySelector('form[data-envois]');
  if (!form) return;
  const input = form.querySelector('[type=file]'), button = form.querySelector('[type=submit]');
  const piece = +form.dataset.morceau;
  const make = (tag, props, ...inside) => {
    const e = Object.assign(document.createElement(tag), props);
    e.append(...inside);
    return e;
  };
  const words = n => {
    const [value, unit] = n < 1e6 ? [Math.floor(n / 1e3), 'ko'] : [Math.round(n / 1e5) / 10, 'Mo'];
    return `${value}`.replace('.', ',') + '\u00a0' + unit;
  };
  const base64 = text => btoa(String.fromCharCode(...new TextEncoder().encode(text)));
  const wait = (ms, stop) => new Promise((done, fail) => {
    const over = () => { clearTimeout(timer); removeEventListener('online', over); done(); };
    const timer = setTimeout(over, ms);
    addEventListener('online', over);
    stop.addEventListener('abort', () => { over(); fail(stop.reason); });
  });

  const bar = make('progress', { max: 1, value: 0 });
  const line = make('p', {});
  const note = make('p', { className: 'hint' });
  // Said to whoever does not see: the beginning, each quarter, a break, the end; never each piece.
  const told = make('p', { className: 'vh', role: 'status' });
  const turn = make('button', { type: 'button', className: 'button quiet' });
  const panel = make('div', { className: 'panel stack-s', role: 'group', ariaLabel: 'Envoi du fichier', hidden: true }, line, bar, note, make('p', {}, turn));
  const wrong = make('p', { className: 'notice bad', role: 'alert', hidden: true });
  button.closest('p').after(panel, wrong, told);

  let sending = null;
  const busy = on => { for (const e of [input, button]) e.disabled = on; };
  const show = (offset, size) => {
    const percent = Math.floor(100 * offset / size);
    line.replaceChildren(make('strong', {}, `${percent}\u00a0% envoyés`), `, ${words(offset)} sur ${words(size)}`);
    bar.value = offset / size;
    return percent;
  };
  const refused = message => {
    panel.hidden = true;
    wrong.hidden = false;
    wrong.replaceChildren(make('strong', {}, 'Le fichier n’est pas envoyé.'), ' ' + message);
    busy(false);
    input.focus();
  };

  // A break of the network, and a server that cannot answer now, are tried again; what it refuses is not.
  const call = async (stop, method, address, headers, body) => {
    const answer = await fetch(address, { method, headers: { 'Tus-Resumable': '1.0.0', ...headers }, body, signal: stop });
    if (answer.ok) return answer;
    if (answer.status >= 500 || answer.status === 429) throw new TypeError();
    const said = await answer.json().catch(() => null);
    throw { status: answer.status, offset: answer.headers.get('Upload-Offset'), message: said?.error?.message || 'Rechargez la page, puis recommencez.' };
  };

  const send = async (file, stop) => {
    const headers = {
      'Upload-Length': file.size, Attestation: 'oui',
      'Upload-Metadata': `filename ${base64(file.name)},changed ${base64(`${file.lastModified}`)},page`,
    };
    let address = null, offset = 0, known = false, breaks = 0, again = 0, quarter = 0;
    const broke = async () => {
      known = false;
      note.textContent = 'La connexion est coupée. L’envoi reprendra de lui-même, sans rien perdre.';
      if (!breaks) told.textContent = note.textContent;
      await wait(Math.min(30, 2 ** breaks++) * 1000, stop);
    };
    for (;;) {
      try {
        if (!known) {
          const answer = address ? await call(stop, 'HEAD', address) : await call(stop, 'POST', form.dataset.envois, headers);
          address ||= answer.headers.get('Location');
          offset = +answer.headers.get('Upload-Offset');
          known = true;
          const percent = show(offset, file.size);
          quarter = Math.floor(percent / 25);
          told.textContent = offset ? `L’envoi reprend à ${percent}\u00a0%.` : 'L’envoi commence.';
        }
        note.textContent = offset + piece < file.size ? 'Gardez cette page ouverte. Si elle se ferme, choisissez de nouveau le même fichier\u00a0: l’envoi reprendra où il s’est arrêté.'
          : 'Le fichier est presque reçu. Il est ensuite vérifié, ce qui peut prendre un moment.';
        if (offset >= file.size) return;
        let bytes;
        try {
          bytes = await file.slice(offset, offset + piece).arrayBuffer();
        } catch {
          throw { message: 'Il ne se lit plus\u00a0: il a été modifié ou déplacé depuis que vous l’avez choisi. Choisissez-le de nouveau.' };
        }
        const answer = await call(stop, 'PATCH', address, { 'Content-Type': 'application/offset+octet-stream', 'Upload-Offset': offset }, bytes);
        offset = +answer.headers.get('Upload-Offset');
        breaks = 0;
        const percent = show(offset, file.size);
        if (Math.floor(percent / 25) > quarter) {
          quarter = Math.floor(percent / 25);
          told.textContent = `${percent}\u00a0% envoyés.`;
        }
      } catch (problem) {
        if (stop.aborted) throw problem;
        if (problem instanceof TypeError) await broke();
        else if (problem.offset !== null && problem.offset !== undefined) known = false;
        else if (problem.status === 404 && address && !again++) { address = null; known = false; }
        else throw problem;
      }
    }
  };

  const start = async file => {
    const own = sending = new AbortController();
    wrong.hidden = true;
    panel.hidden = false;
    show(0, file.size);
    bar.ariaLabel = `Envoi de ${file.name}`;
    turn.textContent = 'Interrompre';
    turn.onclick = () => own.abort();
    busy(true);
    turn.focus();
    try {
      await send(file, own.signal);
      told.textContent = 'Le fichier est envoyé.';
      location.assign(`${form.getAttribute('action')}?fait=oui`);
    } catch (problem) {
      if (!own.signal.aborted) return refused(problem.message);
      note.textContent = told.textContent = 'Envoi interrompu. Ce qui est envoyé est gardé trois jours\u00a0: vous pouvez le reprendre, ici ou en choisissant de nouveau ce fichier.';
      turn.textContent = 'Reprendre';
      turn.onclick = () => start(file);
      busy(false);
    } finally {
      if (sending === own) sending = null;
    }
  };

  form.addEventListener('submit', event => {
    const file = input.files[0];
    if (sending || (file && file.size > piece)) event.preventDefault();
    if (!sending && file && file.size > piece) start(file);
  });
  // Coming back to the page as it was left, nothing is being sent any more.
  addEventListener('pageshow', event => { if (event.persisted) { panel.hidden = true; busy(false); } });
})();
