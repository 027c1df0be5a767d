// Optional: the page works without. Keeps a draft in this browser and brings near proposals under the title as it is typed.
(() => {
  const form = document.querySelector('form[data-brouillon], form[data-proches]');
  const received = document.querySelector('[data-recu]');
  const prefix = 'almanach/';
  const month = 30 * 24 * 3600 * 1000;
  try {
    for (const key of Object.keys(localStorage)) {
      if (!key.startsWith(prefix)) continue;
      const sent = received && key.startsWith(prefix + received.dataset.recu);
      if (sent || Date.now() - JSON.parse(localStorage[key]).at > month) localStorage.removeItem(key);
    }
  } catch { return; }
  if (!form) return;

  const named = () => [...form.elements].filter(e => e.name && e.type !== 'hidden' && e.type !== 'submit');
  const box = e => e.type === 'checkbox' || e.type === 'radio';
  const key = form.dataset.brouillon && prefix + form.dataset.brouillon;
  const note = document.createElement('p');
  note.className = 'notice ok';
  note.setAttribute('role', 'status');
  const say = at => {
    const d = new Date(at);
    const strong = document.createElement('strong');
    strong.textContent = `Brouillon gardé à ${d.getHours()}\u00a0h\u00a0${String(d.getMinutes()).padStart(2, '0')}.`;
    const drop = document.createElement('button');
    drop.type = 'button';
    drop.className = 'button quiet small';
    drop.textContent = 'Effacer ce brouillon';
    drop.onclick = () => { localStorage.removeItem(key); form.reset(); note.remove(); };
    note.replaceChildren(strong, ' Vous pouvez fermer cette page et revenir par le même lien, sur ce même appareil. ', drop);
    if (!note.isConnected) form.querySelector('button[type=submit]').closest('.stack').before(note);
  };

  if (key) {
    const kept = localStorage[key] && JSON.parse(localStorage[key]);
    if (kept) {
      for (const e of named()) {
        const values = kept.fields[e.name] || [];
        if (box(e)) e.checked = values.includes(e.value); else e.value = values[0] || '';
      }
      say(kept.at);
    }
    let wait;
    form.addEventListener('input', () => {
      clearTimeout(wait);
      wait = setTimeout(() => {
        const fields = {};
        for (const e of named()) if (!box(e) || e.checked) (fields[e.name] ||= []).push(e.value);
        const at = Date.now();
        localStorage[key] = JSON.stringify({ at, fields });
        say(at);
      }, 600);
    });
  }

  const title = form.querySelector('#titre');
  if (!title) return;
  const near = document.createElement('fieldset');
  near.className = 'nearby';
  const home = new Map();
  let asked;
  const look = async () => {
    const answer = await fetch(form.dataset.proches, { method: 'POST', body: new URLSearchParams({ titre: title.value }) });
    if (!answer.ok) return;
    const { label, ids } = await answer.json();
    for (const [row, place] of home) place.replaceWith(row);
    home.clear();
    near.remove();
    const rows = [...form.querySelectorAll('input[name=soutien]')].filter(e => ids.includes(e.value)).map(e => e.closest('label'));
    if (!rows.length) return;
    const legend = document.createElement('legend');
    legend.textContent = label;
    const list = document.createElement('div');
    list.className = 'choices';
    for (const row of rows) {
      const place = document.createComment('');
      row.replaceWith(place);
      home.set(row, place);
      list.append(row);
    }
    const seen = document.createElement('input');
    Object.assign(seen, { type: 'hidden', name: '_vues', value: ids.join(' ') });
    near.replaceChildren(legend, list, seen);
    near.setAttribute('aria-live', 'polite');
    title.closest('.field').after(near);
  };
  title.addEventListener('input', () => { clearTimeout(asked); asked = setTimeout(() => look().catch(() => {}), 400); });
})();
