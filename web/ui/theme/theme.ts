import { createTheme, type MantineColorsTuple } from '@mantine/core';
import tabs from './tabs.module.css';

/** Deep water: the one colour of action. */
const tide: MantineColorsTuple = ['#e9f5f4', '#d3e8e6', '#a6d1ce', '#76b8b4', '#4fa39f', '#369692', '#24807d', '#156a69', '#0d5557', '#064043'];
/** Lamp light: only for what needs somebody's attention. */
const lamp: MantineColorsTuple = ['#fff4e6', '#fbe5cb', '#f4c999', '#edac63', '#e79336', '#e3831a', '#d8750c', '#b85f05', '#934b06', '#6d3703'];
/** Driftwood: warm neutrals, so that white pages do not glare through a long day. */
const gray: MantineColorsTuple = ['#faf9f6', '#f3f1ec', '#e8e5de', '#d9d5cc', '#c2bdb2', '#a19c91', '#7c786e', '#5e5b54', '#403e39', '#262521'];
const dark: MantineColorsTuple = ['#d6dad8', '#b3bab8', '#8b9593', '#66716f', '#44504f', '#303b3b', '#243030', '#1a2525', '#131c1d', '#0c1314'];

/** The look of the house on Mantine's components: calm, dense where clinicians scan, large enough to hit. */
export const theme = createTheme({
  primaryColor: 'tide',
  // In the dark the lightest shade on which white text keeps a contrast of 4.5 to 1 (WCAG 1.4.3).
  primaryShade: { light: 8, dark: 6 },
  autoContrast: true,
  luminanceThreshold: 0.35,
  colors: { tide, lamp, gray, dark, orange: lamp },
  fontFamily: "'Inter Variable', system-ui, -apple-system, 'Segoe UI', sans-serif",
  fontFamilyMonospace: "ui-monospace, 'SF Mono', Menlo, Consolas, monospace",
  fontSizes: { xs: '0.75rem', sm: '0.84rem', md: '0.92rem', lg: '1.05rem', xl: '1.3rem' },
  headings: {
    fontWeight: '620',
    sizes: { h1: { fontSize: '1.45rem', lineHeight: '1.25' }, h2: { fontSize: '1.1rem', lineHeight: '1.3' }, h3: { fontSize: '0.95rem', lineHeight: '1.35' } },
  },
  defaultRadius: 'md',
  radius: { xs: '3px', sm: '5px', md: '7px', lg: '12px', xl: '20px' },
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'sm' } },
    TextInput: { defaultProps: { size: 'sm' } },
    Select: { defaultProps: { size: 'sm', checkIconPosition: 'right' } },
    MultiSelect: { defaultProps: { size: 'sm', searchable: true } },
    Table: { defaultProps: { verticalSpacing: 6, horizontalSpacing: 'sm', highlightOnHover: true, fz: 'sm' } },
    Badge: { defaultProps: { radius: 'sm', tt: 'none', fw: 550 } },
    InputWrapper: { styles: { label: { fontSize: '0.8rem', fontWeight: 550, marginBottom: 3 }, description: { fontSize: '0.75rem' }, error: { fontSize: '0.78rem' } } },
    Tabs: { classNames: { list: tabs.list, tab: tabs.tab } },
    Tooltip: { defaultProps: { withArrow: true, openDelay: 350 } },
    Menu: { defaultProps: { shadow: 'md', radius: 'md' } },
    Paper: { defaultProps: { radius: 'md' } },
    // Mantine's own grey under a title falls short of a contrast of 4.5 to 1 (WCAG 1.4.3).
    Notification: { defaultProps: { closeButtonProps: { 'aria-label': 'Close' } }, styles: { description: { color: 'var(--mantine-color-text)' } } },
    Drawer: { defaultProps: { overlayProps: { backgroundOpacity: 0.25 }, closeButtonProps: { 'aria-label': 'Close' } } },
    Modal: { defaultProps: { overlayProps: { backgroundOpacity: 0.35 }, closeButtonProps: { 'aria-label': 'Close' }, centered: true } },
  },
});
