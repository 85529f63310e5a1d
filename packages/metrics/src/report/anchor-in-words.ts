/** What happened at each anchor, after "the date of". */
const words: Readonly<Record<string, string>> = {
  captured: 'the capture of the lead',
  mql: 'becoming an MQL',
  handed_off: 'the hand-off',
  sal: 'the acceptance by sales',
  sql: 'the qualification by sales',
  opportunity: 'the opening of the opportunity',
  won: 'the win',
  lost: 'the loss',
  assigned: 'the first owner',
  attempted: 'the first attempt',
  connected: 'the first talk',
  accepted: 'the acceptance by sales',
  decided: 'the decision of sales',
  closed: 'the closing of the deal',
  rejected: 'the rejection',
  recycled: 'the passing back to marketing',
  disqualified: 'the disqualification',
  revived: 'the new hand-off',
  mqa: 'becoming a qualified account',
  began: 'the opening or change of the deal',
  left: 'the change or closing of the deal',
  first_push: 'the first push',
  started: 'the start of the clock',
  booked: 'the booking',
  held: 'the meeting',
  no_show: 'the missed meeting',
  spent: 'the spending',
  changed: 'the change',
  answered: 'the answer',
};

/**
 * What places a number in time, as it follows "the date of".
 * @param anchor name of a time column of facts without `at_`
 * @example anchorInWords('handed_off') // 'the hand-off'
 */
export function anchorInWords(anchor: string): string {
  return words[anchor] ?? anchor.replaceAll('_', ' ');
}
