// Makes elements. Whatever comes from a case is text and is never read as HTML.

/** Children are elements, or text; attributes that are false or null are left out. */
export function el(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key === 'onclick' || key === 'onsubmit' || key === 'onchange') {
      element.addEventListener(key.slice(2), value);
    } else if (value !== false && value !== null && value !== undefined) {
      element.setAttribute(key, value === true ? '' : value);
    }
  }
  element.append(...children.flat().filter(child => child !== null && child !== undefined && child !== ''));
  return element;
}

/** A list of terms, without those that nothing is known of. */
export function terms(...pairs) {
  return el('dl', {}, pairs.filter(([, value]) => value !== '' && value !== null && value !== undefined)
    .map(([term, value]) => [el('dt', {}, term), el('dd', {}, value)]).flat());
}

let fields = 0;

/** A label and its control below it. */
export function field(label, control, hint = '') {
  const id = `field-${++fields}`;
  control.id = id;
  if (hint) {
    control.setAttribute('aria-describedby', `${id}-hint`);
  }
  return el('p', { class: 'field' }, el('label', { for: id }, label), control,
    hint ? el('span', { class: 'hint', id: `${id}-hint` }, hint) : null);
}

export function input(name, attributes = {}) {
  return el('input', { name, ...attributes });
}

export function area(name, value = '', attributes = {}) {
  const control = el('textarea', { name, rows: 4, ...attributes });
  control.value = value;
  return control;
}
