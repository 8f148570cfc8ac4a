// The review desk: a worklist, and a case. The address tells which, so that "back" works.

import { act, show, signOut, worklist } from './api.js';
import { caseView } from './case.js';
import { worklistView } from './worklist.js';

const main = document.getElementById('main');
const said = document.getElementById('said');
const trouble = document.getElementById('trouble');

let query = {};

function say(words) {
  trouble.textContent = '';
  said.textContent = words;
}

function complain(error) {
  said.textContent = '';
  trouble.textContent = error.path ? `${error.message} (${error.path})` : error.message;
}

/** The heading gets the focus: whoever does not see the page hears that it is another one. */
function put(title, ...content) {
  document.title = `${title} - Review desk`;
  main.replaceChildren(...content);
  const heading = main.querySelector('h1');
  heading.tabIndex = -1;
  heading.focus();
}

async function showWorklist(after = '') {
  const asked = { open: !query.closed };
  if (query.late) {
    asked.late = true;
  }
  if (after) {
    asked.after = after;
  }
  const page = await worklist(asked);
  const change = next => {
    query = next;
    run(() => showWorklist());
  };
  put('Worklist', ...worklistView(page, query, change, next => run(() => showWorklist(next))));
}

function putCase(shown) {
  put(`Case ${shown.number}`, ...caseView(shown, (action, title) => submit(shown, action, title)));
}

async function submit(shown, action, title) {
  try {
    const after = await act(shown.number, { version: shown.version, ...action });
    putCase(after);
    say(`${title}: done.`);
  } catch (error) {
    complain(error);
    if (error.status === 409) {
      putCase(await show(shown.number));
    }
  }
}

async function run(work) {
  try {
    await work();
  } catch (error) {
    complain(error);
  }
}

function go() {
  say('');
  const [what, number] = location.hash.slice(1).split('/');
  run(() => (what === 'case' && number ? show(decodeURIComponent(number)).then(putCase) : showWorklist()));
}

document.getElementById('sign-out').addEventListener('click', () =>
  run(async () => {
    location.assign(await signOut());
  }),
);
window.addEventListener('hashchange', go);
go();
