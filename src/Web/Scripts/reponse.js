// Optional: the page does all it does without it. Keeps a draft in this browser, and brings near proposals under the title.
(() => {
  const form = document.querySelector('form[data-proches]');
  const received = document.querySelector('[data-recu]');
  const make = (tag, props, ...inside) => {
    const e = Object.assign(document.createElement(tag), props);
    e.append(...inside);
    return e;
  };
  // Going back to a page that a form made would ask the browser to post again; the address alone shows the form.
  if (document.querySelector('[data-relecture]')) history.replaceState(null, '', location.href);
  try {
    for (const k of Object.keys(localStorage))
      if (k.startsWith('almanach/') && (received && k.startsWith('almanach/' + received.dataset.recu)
        || Date.now() - JSON.parse(localStorage[k]).at > 2592e6)) delete localStorage[k];
  } catch { return; }
  if (!form) return;

  const named = () => [...form.elements].filter(e => e.name && !/hidden|submit|file/.test(e.type));
  const box = e => /checkbox|radio/.test(e.type);
  const later = (ms, act, t) => () => { clearTimeout(t); t = setTimeout(act, ms); };
  if (form.dataset.brouillon) {
    const key = 'almanach/' + form.dataset.brouillon;
    const note = make('p', { className: 'notice ok', role: 'status' });
    form.querySelector('[type=submit]').closest('.stack').before(note);
    note.hidden = true;
    const say = at => {
      const d = new Date(at);
      note.hidden = false;
      note.replaceChildren(
        make('strong', {}, `Brouillon gardé à ${d.getHours()}\u00a0h\u00a0${`${d.getMinutes()}`.padStart(2, 0)}.`),
        ' Vous pouvez fermer cette page et revenir par le même lien, sur cet appareil. ',
        make('button', { type: 'button', className: 'button quiet small', onclick() { delete localStorage[key]; location.reload(); } }, 'Effacer ce brouillon'));
    };
    if (localStorage[key]) {
      const { at, fields } = JSON.parse(localStorage[key]);
      for (const e of named()) {
        const given = fields[e.name] || [];
        if (box(e)) e.checked = given.includes(e.value); else e.value = given[0] || '';
      }
      say(at);
    }
    form.addEventListener('input', later(600, () => {
      const at = Date.now(), fields = {};
      for (const e of named()) if (!box(e) || e.checked) (fields[e.name] ||= []).push(e.value);
      localStorage[key] = JSON.stringify({ at, fields });
      say(at);
    }));
  }

  const title = form.querySelector('#titre');
  if (!title || !form.dataset.proches) return;
  const near = make('div', { className: 'nearby', role: 'group', hidden: true });
  near.setAttribute('aria-live', 'polite');
  title.closest('.field').after(near);
  let moved = [];
  title.addEventListener('input', later(400, async () => {
    const answer = await fetch(form.dataset.proches, { method: 'POST', body: new URLSearchParams({ titre: title.value }) });
    if (!answer.ok) return;
    const { label, ids } = await answer.json();
    for (const [row, place] of moved) place.replaceWith(row);
    moved = [...form.querySelectorAll('[name=soutien]')].filter(e => ids.includes(e.value)).map(e => [e.closest('label'), new Comment()]);
    for (const [row, place] of moved) row.replaceWith(place);
    near.hidden = !moved.length;
    near.ariaLabel = label;
    near.replaceChildren(make('strong', {}, label), ...moved.map(([row]) => row), make('input', { type: 'hidden', name: '_vues', value: ids.join(' ') }));
  }));
})();
