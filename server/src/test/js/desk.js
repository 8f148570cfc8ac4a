// Works at the review desk in a headless Chromium, by keyboard alone.
//
// Reads one JSON: {chromium, base, physician: {username, password}, nurse: {...}, toDeny, toRead, toApprove}, the last three
// numbers of cases. Writes one JSON: {problems: [], denied, refused, text, conflict, signedOut, worklist}.
'use strict';

const fs = require('fs');
const path = require('path');
const { chromium } = require('playwright-core');

// As it is to be started as root, and on a machine that reaches no other host.
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync'];
const PATIENCE = 30000;
const MOST_TABS = 200;

async function signIn(browser, task, who, problems) {
  const context = await browser.newContext({ httpCredentials: task[who] });
  const page = await context.newPage();
  page.on('pageerror', error => problems.push(`error of the page: ${error.message}`));
  page.on('console', message => {
    // A browser logs every answer that refuses, as the one to a conflict does.
    if (message.type() === 'error' && !message.text().includes('status of 40')) {
      problems.push(`on the console: ${message.text()}`);
    }
  });
  page.on('dialog', dialog => problems.push(`a dialog: ${dialog.message()}`) && dialog.dismiss());
  page.on('request', request => request.url().startsWith(task.base) || request.url().startsWith('data:')
    || problems.push(`asks for ${request.url()}`));
  return page;
}

/** Presses Tab until the element has the focus, and sees that the focus is to be seen. */
async function tabTo(page, element, problems, name) {
  for (let i = 0; i < MOST_TABS; i++) {
    await page.keyboard.press('Tab');
    if (await element.evaluate(each => each === document.activeElement)) {
      if (await element.evaluate(each => getComputedStyle(each).outlineStyle) === 'none') {
        problems.push(`the focus is not to be seen: ${name}`);
      }
      return;
    }
  }
  problems.push(`not to be reached by Tab: ${name}`);
}

async function heading(page, words) {
  await page.getByRole('heading', { level: 1, name: words }).waitFor({ timeout: PATIENCE });
  if (!await page.evaluate(() => document.activeElement.tagName === 'H1')) {
    throw new Error(`the heading has no focus: ${words}`);
  }
}

async function open(page, task, number, problems) {
  await page.goto(`${task.base}/review-desk`);
  await heading(page, 'Worklist');
  const link = await page.getByRole('link', { name: number }).elementHandle({ timeout: PATIENCE });
  await tabTo(page, link, problems, number);
  await page.keyboard.press('Enter');
  await heading(page, `Case ${number}`);
}

async function unfold(page, title, problems) {
  const summary = await page.locator('summary', { hasText: new RegExp(`^${title}$`) }).first().elementHandle({ timeout: PATIENCE });
  await tabTo(page, summary, problems, title);
  await page.keyboard.press('Enter');
}

async function unlabelled(page) {
  return page.evaluate(() => [...document.querySelectorAll('input, select, textarea')]
    .filter(each => !each.labels || each.labels.length === 0).map(each => each.name));
}

async function deny(page, task, problems) {
  await open(page, task, task.toDeny, problems);
  (await unlabelled(page)).forEach(each => problems.push(`no label: ${each}`));
  await page.screenshot({ path: path.join(__dirname, 'desk-case.png'), fullPage: true });
  await unfold(page, 'Deny', problems);
  const form = page.locator('details[open] form');
  await tabTo(page, await form.locator('[name=reason]').elementHandle(), problems, 'reason');
  await page.keyboard.type("The policy's criteria");
  await tabTo(page, await form.locator('[name=words]').elementHandle(), problems, 'words');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('Two oral medicines were not tried first');
  await tabTo(page, await form.getByRole('button').elementHandle(), problems, 'the button');
  await page.keyboard.press('Enter');
  await page.getByRole('status').filter({ hasText: 'done' }).waitFor({ timeout: PATIENCE });
  await page.screenshot({ path: path.join(__dirname, 'desk-denied.png'), fullPage: true });
  return page.locator('article').innerText();
}

async function read(page, task, problems) {
  await open(page, task, task.toRead, problems);
  await unfold(page, 'Deny', problems);
  return {
    refused: await page.locator('details[open] option:disabled').allInnerTexts(),
    text: await page.locator('main').innerText(),
  };
}

async function conflict(page, task, problems) {
  await open(page, task, task.toApprove, problems);
  // Somebody else is faster.
  const key = Buffer.from(`${task.nurse.username}:${task.nurse.password}`).toString('base64');
  const other = await fetch(`${task.base}/review-desk/cases/${task.toApprove}/actions`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Basic ${key}` },
    body: JSON.stringify({ version: 1, action: 'note', note: 'The nurse was faster' }),
  });
  if (!other.ok) {
    throw new Error(`the note was answered ${other.status}`);
  }
  await unfold(page, 'Approve', problems);
  const form = page.locator('details[open] form');
  await tabTo(page, await form.getByRole('button').elementHandle(), problems, 'the button');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').filter({ hasText: 'changed' }).waitFor({ timeout: PATIENCE });
  await page.getByText('The nurse was faster').waitFor({ timeout: PATIENCE });
  return page.getByRole('alert').innerText();
}

/** Who came by a key is told how it is done. */
async function signOut(page, problems) {
  await tabTo(page, await page.getByRole('button', { name: 'Sign out' }).elementHandle(), problems, 'Sign out');
  await page.keyboard.press('Enter');
  const told = page.getByRole('alert').filter({ hasText: 'key' });
  await told.waitFor({ timeout: PATIENCE });
  return told.innerText();
}

async function main() {
  const task = JSON.parse(fs.readFileSync(0, 'utf8'));
  const browser = await chromium.launch({ executablePath: task.chromium, args: FLAGS });
  const problems = [];
  try {
    const physician = await signIn(browser, task, 'physician', problems);
    const denied = await deny(physician, task, problems);
    const said = await conflict(physician, task, problems);
    const nurse = await signIn(browser, task, 'nurse', problems);
    const seen = await read(nurse, task, problems);
    await nurse.goto(`${task.base}/review-desk`);
    await heading(nurse, 'Worklist');
    await nurse.screenshot({ path: path.join(__dirname, 'desk-worklist.png'), fullPage: true });
    const signedOut = await signOut(nurse, problems);
    process.stdout.write(JSON.stringify({ problems, denied, conflict: said, signedOut, ...seen }));
  } finally {
    await browser.close();
  }
}

main().catch(error => {
  console.error(error);
  process.exitCode = 1;
});
