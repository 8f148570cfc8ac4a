// The worklist: what is due first comes first.

import { el } from './dom.js';
import { left, time } from './words.js';

const HEADS = ['Case', 'Due', 'Urgency', 'Payer', 'What is asked for', 'Waits for', 'Documents'];

function row(each) {
  const flags = [each.extended ? 'extended' : '', each.escalated ? 'staff were warned' : ''].filter(Boolean).join(', ');
  return el('tr', { class: each.due && each.due.late ? 'late' : null },
    el('th', { scope: 'row' }, el('a', { href: `#case/${encodeURIComponent(each.number)}` }, each.number)),
    el('td', {}, el('strong', {}, left(each.due)), each.due ? el('span', { class: 'small' }, time(each.due.at)) : null,
      flags ? el('span', { class: 'small' }, flags) : null),
    el('td', {}, each.expedited ? 'Expedited' : 'Standard'),
    el('td', {}, each.payer),
    el('td', {}, el('ul', {}, each.lines.map(line =>
      el('li', {}, `${line.code}${line.words ? ` ${line.words}` : ''}: ${line.standing.title}`)))),
    el('td', {}, each.waitsFor.join(', ') || 'nothing'),
    el('td', {}, each.documents.asked === 0 ? 'none asked for' : `${each.documents.arrived} of ${each.documents.asked} arrived`));
}

function filter(query, change) {
  const box = (name, label, checked) => {
    const control = el('input', { type: 'checkbox', name, checked, onchange: event => change({ ...query, [name]: event.target.checked }) });
    return el('label', {}, control, ` ${label}`);
  };
  return el('fieldset', {}, el('legend', {}, 'Show'),
    box('late', 'only what is late', query.late === true),
    box('closed', 'what is decided, in place of what is open', query.closed === true));
}

/** @param change is called with another query */
export function worklistView(page, query, change, more) {
  const body = el('tbody', {}, page.cases.map(row));
  const view = [
    el('h1', {}, 'Worklist'),
    filter(query, change),
    page.cases.length === 0 ? el('p', {}, 'Nothing is waiting here.') : el('div', { class: 'wide' }, el('table', {},
      el('caption', {}, query.closed ? 'Decided cases, the latest first' : 'Open cases, in the order in which they are due'),
      el('thead', {}, el('tr', {}, HEADS.map(head => el('th', { scope: 'col' }, head)))),
      body)),
  ];
  if (page.next) {
    const button = el('button', { type: 'button', onclick: () => more(page.next) }, 'Next page');
    view.push(el('p', {}, button));
  }
  return view;
}
