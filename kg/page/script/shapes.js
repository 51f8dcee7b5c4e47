// The outline of each node shape, for the legend, the map, the timeline and the SVG export; the network's are vis's own.

import { svg } from './dom.js';

const polygon = (sides, turn) => Array.from({ length: sides }, (_, n) => {
  const angle = (n * 2 * Math.PI) / sides + turn;
  return [Math.cos(angle), Math.sin(angle)];
});
const star = Array.from({ length: 10 }, (_, n) => {
  const reach = n % 2 ? 0.5 : 1.15;
  const angle = (n * Math.PI) / 5 - Math.PI / 2;
  return [reach * Math.cos(angle), reach * Math.sin(angle)];
});
const OUTLINES = {
  square: [[-0.9, -0.9], [0.9, -0.9], [0.9, 0.9], [-0.9, 0.9]],
  diamond: polygon(4, 0),
  hexagon: polygon(6, 0),
  triangle: [[0, -1.05], [1, 0.75], [-1, 0.75]],
  triangleDown: [[0, 1.05], [1, -0.75], [-1, -0.75]],
  star,
};

/** An SVG element that draws a shape of half-width `size` around a point. */
export function outline(shape, x, y, size, attributes = {}) {
  if (!OUTLINES[shape]) return svg('circle', { cx: round(x), cy: round(y), r: round(size), ...attributes });
  const points = OUTLINES[shape].map(([dx, dy]) => `${round(x + dx * size)},${round(y + dy * size)}`).join(' ');
  return svg('polygon', { points, ...attributes });
}

function round(value) {
  return Math.round(value * 10) / 10;
}
