// Talks to the desk's API. What is wrong comes as an error with the words of the server.

export class Refused extends Error {
  constructor(status, body) {
    super(body.words || `The server answered ${status}`);
    this.status = status;
    this.path = body.path || '';
  }
}

async function call(path, options = {}) {
  const response = await fetch(path, { ...options, headers: { Accept: 'application/json', ...options.headers } });
  const type = response.headers.get('Content-Type') || '';
  const body = type.includes('json') ? await response.json() : {};
  if (response.status === 401) {
    // What was typed stays: the page is not left.
    body.words = 'You are not signed in any more. Open /sign-in in another tab, sign in, and try again';
  }
  if (!response.ok) {
    throw new Refused(response.status, body);
  }
  return body;
}

export function worklist(query) {
  return call(`/review-desk/cases?${new URLSearchParams(query)}`);
}

export function show(number) {
  return call(`/review-desk/cases/${encodeURIComponent(number)}`);
}

export function act(number, action) {
  return call(`/review-desk/cases/${encodeURIComponent(number)}/actions`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(action),
  });
}

/** Where to go on: the provider, so that its session ends too, or the sign-in. */
export async function signOut() {
  try {
    const done = await call('/sign-out', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{}' });
    return done.next;
  } catch (error) {
    if (error.status === 404) {
      error.message = 'You are here by a key that the browser remembers: close the browser to sign out';
    }
    throw error;
  }
}
