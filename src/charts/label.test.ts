import { expect, test } from 'vitest';
import { boxAround, overlap, placeLabels, type LabelRequest, type PlacedLabel } from './label.ts';
import { textWidth } from './measure.ts';

const bounds = { x0: 0, y0: 0, x1: 300, y1: 200 };
const request = (id: string, x: number, y: number): LabelRequest => ({
  id,
  text: `Place ${id}`,
  at: [x, y],
  radius: 2,
  size: 11,
});
const boxOf = ({ text, x, y, anchor }: PlacedLabel) => {
  const width = textWidth(text, 11);
  const x0 = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return { x0, x1: x0 + width, y0: y - 9, y1: y + 2 };
};

test('a lone label stands to the right of its mark', () => {
  const [label] = placeLabels([request('A', 100, 100)], bounds);
  expect(label).toMatchObject({ anchor: 'start', leader: null, x: 105 });
});

test('at the edge it stands on the other side', () => {
  expect(placeLabels([request('A', 290, 100)], bounds)[0]?.anchor).toBe('end');
});

test('no label covers another or a mark, in a crowd of thirty', () => {
  const requests = Array.from({ length: 30 }, (_, i) =>
    request(String(i), 120 + ((i * 37) % 60), 80 + ((i * 23) % 40)),
  );
  const marks = requests.map((r) => boxAround(r.at, r.radius));
  const boxes = placeLabels(requests, bounds, marks).map(boxOf);
  expect(boxes.length).toBeGreaterThan(6);
  boxes.forEach((box, i) => {
    expect(boxes.slice(i + 1).some((other) => overlap(box, other))).toBe(false);
    expect(marks.some((mark) => overlap(box, mark))).toBe(false);
    expect(box.x0).toBeGreaterThanOrEqual(0);
    expect(box.x1).toBeLessThanOrEqual(300);
  });
});

test('the most important come first, and the limit holds', () => {
  const same = [request('A', 100, 100), request('B', 101, 101), request('C', 99, 99)];
  expect(placeLabels(same, bounds, [], 2).map((label) => label.id)).toEqual(['A', 'B']);
});

test('one that must stand off gets a leader line', () => {
  const wall = { x0: 85, y0: 80, x1: 115, y1: 112 };
  const [label] = placeLabels([request('A', 100, 96)], bounds, [wall]);
  expect(label?.leader).not.toBeNull();
});
