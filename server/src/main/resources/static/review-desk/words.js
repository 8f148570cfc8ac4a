// Times and codes in words.

const ABSOLUTE = new Intl.DateTimeFormat(undefined, {
  year: 'numeric', month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit', timeZoneName: 'short',
});

export function time(instant) {
  return instant ? ABSOLUTE.format(new Date(instant)) : '';
}

function amount(minutes) {
  const days = Math.floor(minutes / 1440);
  const hours = Math.floor((minutes % 1440) / 60);
  if (days > 0) {
    return `${days} d ${hours} h`;
  }
  return hours > 0 ? `${hours} h ${minutes % 60} min` : `${minutes} min`;
}

/** The words say it, whatever colour they have. */
export function left(due) {
  if (!due) {
    return 'Nothing is due';
  }
  const minutes = Math.abs(due.minutesLeft);
  return due.late ? `Late by ${amount(minutes)}` : `${amount(minutes)} left`;
}

/** Our words where there are any; X12, AMA and others own theirs. */
export function service(asked) {
  const quantity = asked.quantity === undefined ? '' : `, ${asked.quantity} ${asked.unit}`.trimEnd();
  return `${asked.words || asked.code}${asked.words ? ` (${asked.code})` : ''}${quantity}`;
}

export function period(from, until) {
  return from && until && from !== until ? `${from} to ${until}` : from || until || '';
}
