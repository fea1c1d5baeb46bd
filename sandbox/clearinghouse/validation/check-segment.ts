import type { ElementUse, Guide, SegmentShape } from '../guide/guide.ts';
import { componentsOf, valueAt } from '../x12/segment.ts';
import { wrongValue } from './check-value.ts';
import { finding, type Finding } from './finding.ts';
import type { LoopInstance, PlacedSegment } from './loop-instance.ts';
import { readDays } from './moments.ts';
import { brokenRelations } from './relations.ts';

interface Context {
  readonly guide: Guide;
  readonly placed: PlacedSegment;
  readonly shape: SegmentShape;
  readonly in: LoopInstance;
}

function* wrongSeparators({ placed: { segment }, in: loop }: Context): Generator<Finding> {
  if (segment.elements.length === 0) return yield finding('segment.empty', `${segment.id} has no elements.`, { segment, in: loop });
  if (segment.elements.at(-1) === '')
    yield finding('segment.trailing-separator', `${segment.id} ends with an empty element; trailing separators are left out.`, { segment, in: loop });
  for (const [index, text] of segment.elements.entries()) {
    if (text.endsWith(segment.separators.component))
      yield finding('element.trailing-separator', `"${text}" ends with an empty component; trailing separators are left out.`, {
        segment,
        element: index + 1,
        value: text,
        in: loop,
      });
  }
}

function usesAt(context: Context, element: number): readonly ElementUse[] {
  return context.placed.use.elements.filter((use) => use.element === element);
}

function* wrongPart(
  context: Context,
  part: { readonly element: number; readonly component?: number; readonly number: string | undefined; readonly value: string },
): Generator<Finding> {
  const { segment } = context.placed;
  const { number, value, ...position } = part;
  const use = usesAt(context, part.element).find((one) => one.component === part.component);
  const place = { segment, ...position, ...(value !== '' && { value }), in: context.in };
  const name = `${segment.id}${String(part.element).padStart(2, '0')}${part.component === undefined ? '' : `-${part.component}`}`;
  if (use === undefined) {
    if (value !== '') yield finding('element.not-used', `${name} is not used here, but "${value}" was sent.`, place);
    return;
  }
  if (value === '') {
    if (use.required) yield finding('element.missing', `${name} is required here.`, place);
    return;
  }
  const element = number === undefined ? undefined : context.guide.elements.get(number);
  if (element !== undefined) yield* wrongValue({ value, element, use, segment, place });
}

function* wrongComposite(context: Context, element: number, composite: SegmentShape): Generator<Finding> {
  const { segment } = context.placed;
  const components = componentsOf(segment, element);
  if (components.length > composite.elements.length) {
    yield finding('element.too-many', `${segment.id}${element} has ${components.length} components; ${composite.elements.length} are possible.`, {
      segment,
      element,
      in: context.in,
    });
  }
  for (const [index, number] of composite.elements.entries()) {
    yield* wrongPart(context, { element, component: index + 1, number, value: components[index] ?? '' });
  }
}

function* wrongElement(context: Context, element: number, number: string | undefined): Generator<Finding> {
  const value = valueAt(context.placed.segment, element);
  const composite = number === undefined ? undefined : context.guide.segments.get(number);
  yield* wrongPart(context, { element, number: composite === undefined ? number : undefined, value });
  const isUsed = usesAt(context, element).length > 0;
  if (composite !== undefined && value !== '' && isUsed) yield* wrongComposite(context, element, composite);
}

function* wrongDates({ placed: { segment }, shape, in: loop }: Context): Generator<Finding> {
  for (const [index, number] of shape.elements.entries()) {
    const value = valueAt(segment, index + 1);
    if (number !== '1251' || value === '') continue;
    const qualifier = valueAt(segment, index);
    if (readDays(qualifier, value) === undefined)
      yield finding(
        'element.date',
        `"${value}" is not ${qualifier === 'RD8' ? 'two dates of the calendar in order (CCYYMMDD-CCYYMMDD)' : 'a date of the calendar (CCYYMMDD)'}.`,
        { segment, element: index + 1, value, in: loop },
      );
  }
}

/** Everything wrong inside one segment that stands in its place. */
export function* wrongInSegment(guide: Guide, placed: PlacedSegment, loop: LoopInstance): Generator<Finding> {
  const { segment } = placed;
  const shape = guide.segments.get(segment.id);
  if (shape === undefined) return;
  const context: Context = { guide, placed, shape, in: loop };
  yield* wrongSeparators(context);
  if (segment.elements.length > shape.elements.length) {
    yield finding('element.too-many', `${segment.id} has ${segment.elements.length} elements; ${shape.elements.length} are possible.`, {
      segment,
      element: shape.elements.length + 1,
      in: loop,
    });
  }
  for (const [index, number] of shape.elements.entries()) yield* wrongElement(context, index + 1, number);
  yield* wrongDates(context);
  yield* brokenRelations(segment, shape.relations, loop);
}
