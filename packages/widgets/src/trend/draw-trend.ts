import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  type ChartConfiguration,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
} from 'chart.js';
import { axisLabels } from './axis-labels.ts';
import type { ChartInk } from './chart-ink.ts';
import { barShare, labelMargin } from './chart-labels.ts';
import { chartMarks, type MarkedTrend, targetMargin } from './chart-marks.ts';

/** What a chart shows, and what becomes of a click. */
export interface DrawnTrend extends MarkedTrend {
  /** The lines of the box that is shown beside the pointer. */
  readonly detail: (at: number) => readonly string[];
  /** A value on the axis. */
  readonly tick: (value: number) => string;
  readonly open: (at: number) => void;
}

/** A chart on the page. */
export interface TrendChart {
  draw(next: DrawnTrend): void;
  destroy(): void;
}

/**
 * Draws a trend on a canvas, and keeps it drawn. This file and chart.js are loaded when the first chart is on a page.
 */
export function drawTrend(canvas: HTMLCanvasElement, first: DrawnTrend): TrendChart {
  Chart.register(
    BarController,
    BarElement,
    LineController,
    LineElement,
    PointElement,
    CategoryScale,
    LinearScale,
    Tooltip,
  );
  let shown = first;
  const chart = new Chart(
    canvas,
    configuration(shown, () => shown),
  );
  return {
    draw(next) {
      shown = next;
      const { data, options } = configuration(next, () => shown);
      chart.data = data;
      chart.options = options ?? {};
      chart.update('none');
    },
    destroy: () => chart.destroy(),
  };
}

function configuration({ trend, ink, tick }: DrawnTrend, read: () => DrawnTrend): ChartConfiguration {
  const { points, kind } = trend;
  const text = { color: ink.muted, font: { family: ink.font, size: 11 } };
  return {
    type: kind === 'bars' ? 'bar' : 'line',
    data: {
      labels: points.map(({ key }) => key),
      datasets: [kind === 'bars' ? bars(read()) : dots(read())],
    } as ChartConfiguration['data'],
    options: {
      responsive: true,
      maintainAspectRatio: false,
      animation: false,
      layout: { padding: { top: labelMargin, right: trend.target === null ? 2 : targetMargin } },
      interaction: { mode: 'index', intersect: false },
      onClick: (_event, hits) => hits[0] && read().open(hits[0].index),
      scales: {
        x: {
          grid: { display: false },
          border: { color: ink.ink },
          offset: true,
          ticks: {
            ...text,
            maxRotation: 0,
            autoSkip: false,
            callback(_value, at) {
              // The scale has its new width already; the area of the chart is still that of the layout before.
              return axisLabels(points, this.maxWidth)[at] as string | string[];
            },
          },
        },
        y: {
          beginAtZero: true,
          ...(kind === 'points' ? { max: trend.end } : {}),
          grid: { color: ink.rule, drawTicks: false },
          border: { display: false },
          ticks: { ...text, maxTicksLimit: 5, padding: 6, callback: (value) => tick(Number(value)) },
        },
      },
      plugins: {
        legend: { display: false },
        tooltip: {
          backgroundColor: ink.ink,
          titleColor: ink.surface,
          bodyColor: ink.surface,
          titleFont: { family: ink.font, size: 12, weight: 600 },
          bodyFont: { family: ink.font, size: 12 },
          displayColors: false,
          cornerRadius: 3,
          padding: 8,
          callbacks: {
            title: (items) => points[items[0]?.dataIndex ?? -1]?.label ?? '',
            label: (item) => [...read().detail(item.dataIndex)],
          },
        },
      },
    },
    plugins: [chartMarks(read)],
  };
}

function bars({ trend, ink }: DrawnTrend): object {
  return {
    data: trend.points.map(({ row }) => row.value),
    backgroundColor: trend.points.map(({ isYoung }) => (isYoung ? hatched(ink) : ink.data)),
    borderColor: ink.data,
    borderWidth: trend.points.map(({ isYoung }) => (isYoung ? 1 : 0)),
    categoryPercentage: 1,
    barPercentage: barShare,
  };
}

function dots({ trend, ink }: DrawnTrend): object {
  return {
    data: trend.points.map(({ row }) => row.value),
    borderColor: ink.data,
    borderWidth: 1.5,
    segment: {
      borderColor: ({ p0DataIndex, p1DataIndex }: { p0DataIndex: number; p1DataIndex: number }) =>
        trend.points[p0DataIndex]?.isFew || trend.points[p1DataIndex]?.isFew ? 'transparent' : undefined,
      borderDash: ({ p1DataIndex }: { p1DataIndex: number }) =>
        trend.points[p1DataIndex]?.isYoung ? [4, 4] : undefined,
    },
    pointRadius: trend.points.map(({ isFew }) => (isFew ? 2.5 : 4)),
    pointHoverRadius: 5,
    pointBorderWidth: 1.5,
    pointBorderColor: ink.data,
    pointBackgroundColor: trend.points.map(({ isYoung }) => (isYoung ? ink.surface : ink.data)),
    pointHoverBackgroundColor: trend.points.map(({ isYoung }) => (isYoung ? ink.surface : ink.data)),
  };
}

/** The mark of what is not complete yet, as in `marks.styles.ts`. */
function hatched({ data, dataSoft }: ChartInk): CanvasPattern | string {
  const tile = document.createElement('canvas');
  tile.width = 6;
  tile.height = 6;
  const ctx = tile.getContext('2d');
  if (ctx === null) return dataSoft;
  ctx.fillStyle = dataSoft;
  ctx.fillRect(0, 0, 6, 6);
  ctx.strokeStyle = data;
  ctx.lineWidth = 1.6;
  ctx.beginPath();
  for (const shift of [-6, 0, 6]) {
    ctx.moveTo(shift, 6);
    ctx.lineTo(shift + 6, 0);
  }
  ctx.stroke();
  return ctx.createPattern(tile, 'repeat') ?? dataSoft;
}
