// The forms by which a person acts. What is not possible says why.

import { area, el, field, input } from './dom.js';

const TITLES = {
  approve: 'Approve', modify: 'Approve otherwise than asked', deny: 'Deny', 'ask-for-documents': 'Ask for documents',
  extend: 'Extend the time', 'record-peer-to-peer': 'Record a peer-to-peer talk', note: 'Add a note',
};

function text(form, name) {
  return form.elements[name].value.trim();
}

/** Empty fields are left out: the server has the say of what is needed. */
function given(values) {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));
}

function days(line) {
  return [field('First day', input('from', { type: 'date', required: true, value: line.asked.from || null })),
    field('Last day', input('until', { type: 'date', required: true, value: line.asked.until || line.asked.from || null }))];
}

function reasons(possible, draft) {
  const select = el('select', { name: 'reason', required: true }, el('option', { value: '' }, 'Choose the reason'),
    possible.reasons.map(each => el('option', { value: each.reason, disabled: !each.possible },
      each.possible ? each.words : `${each.words} (${each.why})`)));
  const drafted = draft && possible.reasons.find(each => each.reason === draft.reason && each.possible);
  select.value = drafted ? draft.reason : '';
  return select;
}

const FORMS = {
  approve: line => ({
    fields: [...days(line), field('Words for the provider', area('words'))],
    read: form => given({ from: text(form, 'from'), until: text(form, 'until'), words: text(form, 'words') }),
  }),
  modify: line => ({
    fields: [field('Quantity', input('quantity', { inputmode: 'decimal', value: line.asked.quantity ?? null })),
      field('Unit', input('unit', { value: line.asked.unit })), field('Place of service', input('place', { value: line.asked.place })),
      ...days(line), field('Why', area('words', '', { required: true }))],
    read: form => ({
      words: text(form, 'words'),
      granted: given({
        quantity: text(form, 'quantity') === '' ? '' : Number(text(form, 'quantity')),
        unit: text(form, 'unit'), place: text(form, 'place'), from: text(form, 'from'), until: text(form, 'until'),
      }),
    }),
  }),
  deny: (line, possible) => {
    const draft = line.standing.draft;
    return {
      fields: [field('Reason', reasons(possible, draft)),
        field('Specific reason', area('words', draft ? draft.words : '', { required: true }), 'The provider and the member read this.'),
        field('Clause', area('clause', draft ? draft.clause : possible.clause, { required: true, rows: 2 }))],
      read: form => ({ reason: text(form, 'reason'), words: text(form, 'words'), clause: text(form, 'clause') }),
    };
  },
  'ask-for-documents': (line, possible) => ({
    fields: [field('Kind of document (LOINC)', input('loinc', { value: '11506-3' }), '11506-3 is a progress note.'),
      field('How far back (LOINC)', input('modifier', {}), '18804-5: three months; 18793-0: no limit. May be empty.'),
      field('What is needed, and why', area('words')),
      possible.form ? el('p', {}, el('label', {}, input('form', { type: 'checkbox' }), ' the form of the policy, too')) : null],
    read: form => ({
      items: text(form, 'words')
        ? [given({ loinc: text(form, 'loinc'), modifier: text(form, 'modifier'), words: text(form, 'words') })] : [],
      form: Boolean(form.elements.form && form.elements.form.checked),
    }),
  }),
  extend: () => ({
    fields: [field('Why', area('why', '', { required: true }), 'The provider and the member are told.')],
    read: form => ({ why: text(form, 'why') }),
  }),
  'record-peer-to-peer': () => ({
    fields: [field('When', input('heldAt', { type: 'datetime-local', required: true })),
      field('With whom', input('with', { required: true })), field('What was said', area('note', '', { required: true }))],
    read: form => ({ heldAt: new Date(text(form, 'heldAt')).toISOString(), with: text(form, 'with'), note: text(form, 'note') }),
  }),
  note: () => ({
    fields: [field('Note', area('note', '', { required: true }), 'For staff alone.')],
    read: form => ({ note: text(form, 'note') }),
  }),
};

function form(possible, line, submit) {
  const title = TITLES[possible.action];
  if (!possible.possible) {
    return el('p', { class: 'not' }, `${title}: not possible. ${possible.why}.`);
  }
  const { fields, read } = FORMS[possible.action](line, possible);
  const button = el('button', { type: 'submit' }, title);
  const onsubmit = async event => {
    event.preventDefault();
    button.disabled = true;
    await submit({ action: possible.action, ...(line ? { line: line.sequence } : {}), ...read(event.target) }, title);
    button.disabled = false;
  };
  return el('details', {}, el('summary', {}, title), el('form', { onsubmit }, fields, el('p', {}, button)));
}

export function lineForms(line, submit) {
  return line.actions.map(possible => form(possible, line, submit));
}

export function caseForms(shown, submit) {
  return shown.actions.map(possible => form(possible, null, submit));
}
