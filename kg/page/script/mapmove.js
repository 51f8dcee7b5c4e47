// The map is moved by dragging, by the wheel, by two fingers and by the arrow keys; what was pressed without moving is a choice.

const STILL = 5;
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** Lets a reader move a drawing whose frame is [x, y, width, height]; `settle` hears the frame where it comes to rest. */
export function movable(drawing, frame, settle) {
  const fingers = new Map();
  let [now, from, moved] = [frame, null, false];
  const show = (next) => {
    now = next;
    drawing.setAttribute('viewBox', now.join(' '));
  };
  const perPixel = () => 1 / drawing.getScreenCTM().a;

  drawing.addEventListener('pointerdown', (event) => {
    fingers.set(event.pointerId, event);
    from = { frame: now, points: [...fingers.values()], unit: perPixel() };
    moved = false;
  });
  drawing.addEventListener('pointermove', (event) => {
    if (!fingers.has(event.pointerId)) return;
    fingers.set(event.pointerId, event);
    const next = dragged(from, [...fingers.values()]);
    if (!moved && Math.hypot(next[0] - from.frame[0], next[1] - from.frame[1]) < STILL * from.unit && next[2] === from.frame[2]) return;
    if (!moved) drawing.setPointerCapture(event.pointerId);
    moved = true;
    show(next);
  });
  const release = (event) => {
    fingers.delete(event.pointerId);
    from = { frame: now, points: [...fingers.values()], unit: perPixel() };
    if (!fingers.size && moved) settle(now);
  };
  drawing.addEventListener('pointerup', release);
  drawing.addEventListener('pointercancel', release);
  drawing.addEventListener('click', (event) => moved && event.stopPropagation(), true);
  drawing.addEventListener('wheel', (event) => {
    event.preventDefault();
    const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(drawing.getScreenCTM().inverse());
    show(scaled(now, event.deltaY > 0 ? 1.15 : 0.87, at));
    clearTimeout(from?.waiting);
    from = { ...from, waiting: setTimeout(() => settle(now), 200) };
  }, { passive: false });
  drawing.addEventListener('keydown', (event) => {
    const step = ARROWS[event.key];
    if (!step) return;
    event.preventDefault();
    settle([now[0] + step[0] * now[2] * 0.15, now[1] + step[1] * now[3] * 0.15, now[2], now[3]]);
  });
}

/** The frame after fingers went from where they were to where they are: one moves it, two also size it. */
export function dragged({ frame, points, unit }, fingers) {
  const middle = (all, key) => all.reduce((sum, p) => sum + p[key], 0) / all.length;
  const [dx, dy] = ['clientX', 'clientY'].map((key) => (middle(fingers, key) - middle(points, key)) * unit);
  const shifted = [frame[0] - dx, frame[1] - dy, frame[2], frame[3]];
  if (fingers.length < 2 || points.length < 2) return shifted;
  const span = ([a, b]) => Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY) || 1;
  return scaled(shifted, span(points) / span(fingers), { x: shifted[0] + frame[2] / 2, y: shifted[1] + frame[3] / 2 });
}

function scaled([x, y, width, height], factor, at) {
  const wide = Math.min(3200, Math.max(60, width * factor));
  const real = wide / width;
  return [at.x - (at.x - x) * real, at.y - (at.y - y) * real, wide, height * real];
}
