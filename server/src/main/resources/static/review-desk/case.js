// A case: what is asked, what the policy says, what was found and answered, side by side.

import { el, terms } from './dom.js';
import { caseForms, lineForms } from './actions.js';
import { left, period, service, time } from './words.js';

function findings(explanation) {
  if (!explanation) {
    return [el('p', {}, 'The review behind this line is not kept here.')];
  }
  const one = finding => el('li', {},
    el('span', {}, `${finding.says || finding.id}: `), el('strong', {}, finding.value),
    finding.facts ? el('ul', {}, finding.facts.map(one)) : null,
    finding.evidence && finding.evidence.length ? el('ul', {}, finding.evidence.map(proof =>
      el('li', {}, `${proof.resource}${proof.path ? ` ${proof.path}` : ''}${proof.words ? `: ${proof.words}` : ''}${proof.code ? ` (${proof.code})` : ''}`))) : null);
  return [
    el('ul', {}, [...(explanation.statements || []), ...(explanation.criteria || [])].map(one)),
    (explanation.whatWouldChangeTheAnswer || []).length ? el('h4', {}, 'What would change the answer') : null,
    el('ul', {}, (explanation.whatWouldChangeTheAnswer || []).map(change =>
      el('li', {}, `${change.fact} is ${change.is}: statement ${change.statement} would ${change.would}`))),
  ];
}

function answers(forms) {
  if (!forms || forms.length === 0) {
    return [el('p', {}, 'No form came with it.')];
  }
  return forms.map(form => el('dl', {}, form.questions.map(question => [
    el('dt', {}, question.question || question.linkId),
    ...question.answers.map(answer => el('dd', {}, answer.words,
      el('span', { class: 'small' }, `${answer.origin}${answer.resource ? `: ${answer.resource}` : ''}`))),
  ]).flat()));
}

function policy(line) {
  const said = line.policy;
  return [
    terms(['Document', said.document], ['Statement', said.statement], ['Where', said.locator], ['Why', said.rationale],
      ['Not known', line.missing.join(', ')], ['Not met', line.unmet.join(', ')]),
    said.link ? el('p', {}, el('a', { href: said.link }, 'How we read this policy')) : null,
  ];
}

function standing(line) {
  const now = line.standing;
  return [
    terms(['Stands', now.title], ['Why', now.words], ['By', now.by], ['Clause', now.clause],
      ['Authorization', now.authorization ? `${now.authorization.number}, ${period(now.authorization.from, now.authorization.until)}` : ''],
      ['Granted', now.granted ? service(now.granted) : '']),
    line.saidAtOrderEntry ? el('p', { class: line.saidAtOrderEntry.differs ? 'differs' : null },
      `At order entry the provider was told: ${line.saidAtOrderEntry.determination}. `
      + (line.saidAtOrderEntry.differs ? 'This differs from what the policy says now.' : 'This is the same.')) : null,
    now.draft ? el('div', { class: 'draft' }, el('h4', {}, 'Drafted denial, for nobody but staff'),
      el('p', {}, now.draft.words), el('p', { class: 'small' }, now.draft.clause)) : null,
  ];
}

function part(title, ...content) {
  return el('section', {}, el('h3', {}, title), content);
}

function line(each, submit) {
  return el('article', { 'aria-labelledby': `line-${each.sequence}` },
    el('h2', { id: `line-${each.sequence}` }, `Line ${each.sequence}: ${service(each.asked)}`),
    el('div', { class: 'beside' },
      part('What is asked for, and where it stands', terms(['Service', service(each.asked)], ['Code', each.asked.code],
        ['Modifiers', each.asked.modifiers.map(modifier => modifier.code).join(', ')],
        ['Dates of service', period(each.asked.from, each.asked.until)], ['Place', each.asked.place], ['Reference', each.reference]),
      ...standing(each)),
      part('What the policy says', ...policy(each)),
      part('What was found', ...findings(each.findings)),
      part('What was answered', ...answers(each.forms))),
    part('Decide', ...lineForms(each, submit)));
}

function arrived(shown) {
  return shown.arrived.length === 0 ? null : el('div', {}, el('h3', {}, 'What the provider sent'),
    el('ul', {}, shown.arrived.map(each => el('li', {},
      el('a', {
        href: `/review-desk/cases/${encodeURIComponent(shown.number)}/documents/${encodeURIComponent(each.id)}`,
        download: true,
      }, each.title || each.contentType || 'a document'), ` (${each.control}), ${time(each.receivedAt)}`))));
}

function documents(all) {
  return all.length === 0 ? el('p', {}, 'No documents were asked for.') : el('ul', {}, all.map(ask =>
    el('li', {}, `Line ${ask.line}: ${ask.words} (${ask.control}), asked for ${time(ask.askedAt)}, `
      + (ask.receivedAt ? `arrived ${time(ask.receivedAt)}` : 'not here yet'))));
}

export function caseView(shown, submit) {
  return [
    el('h1', {}, `Case ${shown.number}`),
    terms(['Due', `${left(shown.due)}${shown.due ? `, ${time(shown.due.at)}` : ''}`],
      ['Rule', shown.due ? `${shown.due.words}; ${shown.due.citation}` : ''],
      ['Urgency', shown.expedited ? 'Expedited' : 'Standard'], ['Payer', shown.payer], ['Member', shown.member.name],
      ['Received', time(shown.receivedAt)], ['Continues', shown.continues], ['You', `${shown.you.name} ${shown.you.credential}`]),
    ...shown.lines.map(each => line(each, submit)),
    el('section', {}, el('h2', {}, 'Documents'), documents(shown.documents), arrived(shown)),
    el('section', {}, el('h2', {}, 'The case as a whole'), caseForms(shown, submit)),
    el('section', {}, el('h2', {}, 'What happened'), el('ol', {}, shown.history.map(event =>
      el('li', {}, `${time(event.at)}, ${event.by}: ${event.words}`)))),
  ];
}
