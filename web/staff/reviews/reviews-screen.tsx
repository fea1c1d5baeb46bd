import { Page } from '../../ui/states/states.tsx';
import { MissingTab } from './missing-tab.tsx';

/** Whether charts hold what they should. */
export function ReviewsScreen() {
  return (
    <Page title="Missing documentation">
      <MissingTab />
    </Page>
  );
}
