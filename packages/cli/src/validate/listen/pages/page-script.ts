/**
 * The script of the pages, as it is sent: asks every second for what is new, and puts it before what is there, so that
 * details that are open stay open. It has no part that knows data: rows come escaped from the server.
 */
export const pageScript = `const main = document.querySelector('main');
const rows = document.querySelector('[data-rows]');
const state = document.querySelector('[data-state]');
const everyMs = 1000;
const isList = rows.matches('tbody');

function latest() {
  return isList ? (rows.querySelector('tr')?.dataset.number ?? '0') : '0';
}

function show(news) {
  if (news.since !== main.dataset.since) return location.reload();
  for (const list of ['good', 'bad']) document.querySelector('[data-count=' + list + ']').textContent = news[list];
  document.querySelector('[data-title]').textContent = news.title;
  document.title = news.title + ' · Sameteam';
  if (!isList) {
    if (rows.dataset.text !== news.rows) rows.innerHTML = news.rows;
    rows.dataset.text = news.rows;
    return;
  }
  if (news.count === 0) return;
  rows.insertAdjacentHTML('afterbegin', news.rows);
  while (rows.children.length > news.limit) rows.lastElementChild.remove();
  document.querySelector('[data-empty]').hidden = true;
  document.querySelector('[data-full]').hidden = false;
  say(news.count === 1 ? 'One more has arrived.' : news.count + ' more have arrived.');
}

function say(text) {
  if (state.textContent !== text) state.textContent = text;
}

async function look() {
  try {
    if (document.visibilityState === 'visible') {
      const response = await fetch(main.dataset.live + '?after=' + latest());
      if (!response.ok) throw new Error(String(response.status));
      if (state.dataset.isLost === 'true') say('It answers again.');
      state.dataset.isLost = 'false';
      show(await response.json());
    }
  } catch {
    state.dataset.isLost = 'true';
    say('It does not answer any more: what is shown is what was there before.');
  }
  setTimeout(look, everyMs);
}

setTimeout(look, everyMs);
`;
