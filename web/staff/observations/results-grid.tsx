import { Table } from '@mantine/core';
import type { PanelReply, ResultReply } from '#server/observations/results/results.contract.ts';
import { day } from '../../ui/format/words.ts';
import { flagWords } from './result-words.ts';
import classes from './results.module.css';

const columnsShown = 12;

interface GridProps {
  readonly panel: PanelReply;
  /** Of this panel, the latest first. */
  readonly results: readonly ResultReply[];
  readonly onOpen: (result: ResultReply) => void;
}

/** One panel over time: what was tested down the side, the latest collection first. */
export function ResultsGrid({ panel, results, onOpen }: GridProps) {
  const shown = results.slice(0, columnsShown);
  const tested = panel.analytes.filter(({ code }) => shown.some(({ values }) => values[code]));
  return (
    <div className={classes.scroll} tabIndex={0} role="region" aria-label={`${panel.name} over time`}>
      <Table className={classes.grid} aria-label={panel.name}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{panel.name}</Table.Th>
            {shown.map((result) => (
              <Table.Th key={result.id} scope="col">
                <button type="button" className={classes.open} onClick={() => onOpen(result)}>
                  {day(result.collectedAt)}
                </button>
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {tested.map(({ code, name, unit }) => (
            <Table.Tr key={code}>
              <Table.Th scope="row">
                {name} {unit && <span className={classes.unit}>{unit}</span>}
              </Table.Th>
              {shown.map(({ id, values }) => {
                const kept = values[code];
                return (
                  <Table.Td key={id} data-interpretation={kept?.interpretation}>
                    {kept?.value}
                    {kept && kept.interpretation !== 'normal' && <span className={classes.flag}>{flagWords(kept)}</span>}
                  </Table.Td>
                );
              })}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
