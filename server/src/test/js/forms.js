// Renders forms with LHC-Forms in a headless Chromium, answers some questions by keyboard, and gives back what it exports.
//
// Reads one JSON: {chromium, forms: [{name, questionnaire, response, steps}]}. A step has linkId, then either option (the
// words of a box or a circle, which gets a key stroke) or words (typed into the question's field), and in visible what is
// to be seen then. Writes one JSON: for each form {name, problems, shown: {linkId: [words]}, shownAtLast,
// response}.
'use strict';

const fs = require('fs');
const http = require('http');
const path = require('path');
const { chromium } = require('playwright-core');

const DIST = path.join(__dirname, 'node_modules/lforms/dist/lforms');
const TYPES = { '.css': 'text/css', '.js': 'text/javascript', '.ico': 'image/x-icon', '.png': 'image/png' };
// As it is to be started as root, and on a machine that reaches no other host.
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync'];
const PAGE = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>A form</title><link rel="icon" href="/webcomponent/favicon.ico">
<link rel="stylesheet" href="/webcomponent/styles.css"></head>
<body><div id="form"></div>
<script src="/webcomponent/assets/lib/zone.min.js"></script>
<script src="/webcomponent/lhc-forms.js"></script>
<script src="/fhir/R4/lformsFHIR.min.js"></script></body>
</html>`;
const PATIENCE = 30000;

/** Everything from this machine: no CDN, and nothing in a form makes a browser ask another host. */
function serve() {
  return http.createServer((request, response) => {
    const file = path.join(DIST, path.normalize(request.url));
    if (request.url === '/') {
      response.setHeader('Content-Type', 'text/html; charset=utf-8').end(PAGE);
    } else if (fs.existsSync(file)) {
      response.setHeader('Content-Type', TYPES[path.extname(file)] + '; charset=utf-8');
      fs.createReadStream(file).pipe(response);
    } else {
      response.writeHead(404).end();
    }
  });
}

/** Runs in the page, before everything else there: how a person sees LHC-Forms' questions. */
function eyes() {
  const linkId = item => item.id.replace(/^item-/, '').replace(/(\/\d+)+$/, '');
  const items = () => [...document.querySelectorAll('#form lhc-item')].filter(item => item.getClientRects().length > 0);
  const own = (item, selector) => [...item.querySelectorAll(selector)].filter(each => each.closest('lhc-item') === item);
  const named = input => (input.labels && input.labels.length > 0) || input.getAttribute('aria-label')
    || document.getElementById(input.getAttribute('aria-labelledby'));
  const words = item => [
    ...own(item, '.ant-checkbox-wrapper-checked, .ant-radio-wrapper-checked').map(each => each.textContent.trim()),
    ...own(item, '.autocomp_selected li').map(each => each.textContent.replace(/^×/, '').trim()),
    ...own(item, 'input[type=text], input:not([type]), textarea').map(each => each.value),
  ].filter(each => each && each !== 'Not Answered');
  window.eyes = {
    visible: () => [...new Set(items().map(linkId))].sort(),
    shown: () => Object.fromEntries(items().map(item => [linkId(item), words(item)]).filter(([, said]) => said.length > 0)),
    of: id => items().find(item => linkId(item) === id),
    inputs: id => own(window.eyes.of(id), 'input, textarea'),
    option: (id, text) => own(window.eyes.of(id), 'label').find(each => each.textContent.trim() === text).querySelector('input'),
    unlabelled: () => items().filter(item => !own(item, 'label').some(label => label.textContent.trim())).map(linkId),
    // LHC-Forms names neither the unit of a quantity nor the field of a file.
    unnamed: () => items().flatMap(item => own(item, 'input, textarea')
      .filter(input => !/^(unit_|file-)/.test(input.id) && !named(input)).map(() => linkId(item))),
    questions: () => items().filter(item => own(item, 'input, textarea').length > 0).map(linkId),
    focused: () => {
      const item = document.activeElement && document.activeElement.closest('lhc-item');
      return item ? linkId(item) : null;
    },
  };
}

async function render(page, form) {
  await page.evaluate(async ({ questionnaire, response }) => {
    const { Util } = window.LForms;
    const bare = Util.convertFHIRQuestionnaireToLForms(questionnaire, 'R4');
    const filled = Util.mergeFHIRDataIntoLForms('QuestionnaireResponse', response, bare, 'R4');
    await Util.addFormToPage(filled, 'form', { prepopulate: false });
  }, form);
  await page.waitForSelector('#form lhc-item', { timeout: PATIENCE });
}

async function see(page, visible, problems, when) {
  await page
    .waitForFunction(wanted => JSON.stringify(window.eyes.visible()) === wanted, JSON.stringify([...visible].sort()), { timeout: PATIENCE })
    .catch(async () => {
      const seen = await page.evaluate(() => window.eyes.visible());
      problems.push(`${when}: not to be seen ${visible.filter(each => !seen.includes(each))}, too much ${seen.filter(each => !visible.includes(each))}`);
    });
}

async function take(page, step) {
  const field = step.option
    ? await page.evaluateHandle(({ linkId, option }) => window.eyes.option(linkId, option), step)
    : await page.evaluateHandle(({ linkId }) => window.eyes.inputs(linkId)[0], step);
  await field.focus();
  if (step.option) {
    await page.keyboard.press('Space');
    return;
  }
  await page.keyboard.type(step.words);
  await page.keyboard.press('Tab');
}

async function reachable(page) {
  const questions = await page.evaluate(() => window.eyes.questions());
  const reached = new Set();
  await page.evaluate(() => document.activeElement.blur());
  for (let i = 0; i < 8 * questions.length && !questions.every(each => reached.has(each)); i++) {
    await page.keyboard.press('Tab');
    reached.add(await page.evaluate(() => window.eyes.focused()));
  }
  return questions.filter(each => !reached.has(each));
}

async function prove(browser, base, form) {
  const page = await browser.newPage();
  const problems = [];
  page.on('pageerror', error => problems.push(`error of the page: ${error.message}`));
  page.on('console', message => message.type() === 'error' && problems.push(`on the console: ${message.text()}`));
  page.on('request', request => request.url().startsWith(base) || problems.push(`asks for ${request.url()}`));
  await page.addInitScript(eyes);
  await page.goto(base);
  await page.waitForFunction(() => window.LForms && window.LForms.FHIR && window.LForms.Util.addFormToPage, null, { timeout: PATIENCE });
  await render(page, form);
  await see(page, form.visible, problems, 'at first');
  const shown = await page.evaluate(() => window.eyes.shown());
  for (const step of form.steps) {
    await take(page, step);
    await see(page, step.visible, problems, `${step.linkId} ${step.option || step.words}`);
  }
  const shownAtLast = await page.evaluate(() => window.eyes.shown());
  const unlabelled = await page.evaluate(() => [...window.eyes.unlabelled(), ...window.eyes.unnamed()]);
  unlabelled.forEach(each => problems.push(`no label: ${each}`));
  (await reachable(page)).forEach(each => problems.push(`not to be reached by Tab: ${each}`));
  const response = await page.evaluate(() => window.LForms.Util.getFormFHIRData('QuestionnaireResponse', 'R4'));
  await page.screenshot({ path: path.join(__dirname, `form-${form.name}.png`), fullPage: true });
  await page.close();
  return { name: form.name, problems, shown, shownAtLast, response };
}

async function main() {
  const { chromium: executablePath, forms } = JSON.parse(fs.readFileSync(0, 'utf8'));
  const server = serve();
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  const browser = await chromium.launch({ executablePath, args: FLAGS });
  try {
    const results = [];
    for (const form of forms) {
      results.push(await prove(browser, `http://127.0.0.1:${server.address().port}/`, form));
    }
    process.stdout.write(JSON.stringify(results));
  } finally {
    await browser.close();
    server.close();
  }
}

main().catch(error => {
  console.error(error);
  process.exitCode = 1;
});
