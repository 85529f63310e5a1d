/**
 * The heads of tables stick below the bar of filters, which is as high as the filters that are chosen: one line, or
 * more.
 */
const bar = document.querySelector('.filters');
new ResizeObserver(() => {
  const isSticky = getComputedStyle(bar).position === 'sticky';
  document.documentElement.style.setProperty('--st-sticky-top', isSticky ? `${bar.offsetHeight - 1}px` : '0px');
}).observe(bar);
