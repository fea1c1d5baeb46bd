import { Button, Group, Text } from '@mantine/core';
import { useRef, type PointerEvent } from 'react';
import classes from './signature-pad.module.css';

interface SignaturePadProps {
  readonly label: string;
  /** The strokes so far as an SVG path, empty before the first. */
  readonly path: string;
  readonly onChange: (path: string) => void;
  readonly clearLabel: string;
}

const width = 600;
const height = 160;

/** Where a finger, pen or mouse writes a name. Who cannot draw leaves it empty: the written name counts. */
export function SignaturePad({ label, path, onChange, clearLabel }: SignaturePadProps) {
  const isDrawing = useRef(false);
  const at = ({ currentTarget, clientX, clientY }: PointerEvent<SVGSVGElement>) => {
    const box = currentTarget.getBoundingClientRect();
    const scaled = (value: number, from: number, size: number, of: number) => Math.round(((value - from) / size) * of);
    return `${scaled(clientX, box.left, box.width, width)} ${scaled(clientY, box.top, box.height, height)}`;
  };
  return (
    <div>
      <Text size="sm" fw={500} mb={4}>
        {label}
      </Text>
      <svg
        className={classes.pad}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={label}
        onPointerDown={(event) => {
          isDrawing.current = true;
          event.currentTarget.setPointerCapture(event.pointerId);
          onChange(`${path} M ${at(event)}`.trim());
        }}
        onPointerMove={(event) => {
          if (isDrawing.current && path.length < 50_000) onChange(`${path} L ${at(event)}`);
        }}
        onPointerUp={() => {
          isDrawing.current = false;
        }}
      >
        <line x1={20} x2={width - 20} y1={height - 30} y2={height - 30} className={classes.line} />
        <path d={path} className={classes.ink} />
      </svg>
      {path !== '' && (
        <Group justify="end">
          <Button size="compact-xs" variant="subtle" color="gray" onClick={() => onChange('')}>
            {clearLabel}
          </Button>
        </Group>
      )}
    </div>
  );
}
