import { createTheme, type DrawerProps, type MantineColorsTuple, type ModalProps } from '@mantine/core';

/** The ink of the landing page, as a scale. */
const ink: MantineColorsTuple = [
  '#eef1f8',
  '#dbe1ee',
  '#b4c0dc',
  '#8a9dca',
  '#6a80ba',
  '#4f69ad',
  '#3c56a0',
  '#2c4488',
  '#21356c',
  '#10182b',
];

const night: MantineColorsTuple = [
  '#edf1fa',
  '#c9d2e6',
  '#aab5cd',
  '#7f8ca8',
  '#4a5775',
  '#303c58',
  '#1d2740',
  '#131b2d',
  '#0b111e',
  '#070b14',
];

const dialogParts = { header: { role: 'presentation' } };

export const theme = createTheme({
  primaryColor: 'ink',
  primaryShade: { light: 7, dark: 5 },
  autoContrast: true,
  colors: { ink, dark: night },
  fontFamily: "system-ui, -apple-system, 'Segoe UI', Roboto, 'DejaVu Sans', sans-serif",
  fontFamilyMonospace: "ui-monospace, 'SF Mono', 'Cascadia Mono', 'DejaVu Sans Mono', monospace",
  headings: { fontWeight: '650' },
  defaultRadius: 'md',
  respectReducedMotion: true,
  components: {
    // Their headers are no banners of the page. Their scroll lock adds a style element; theme.css locks the page instead.
    // The components themselves are no part of the theme: they come with the first page that has a dialog.
    Modal: {
      defaultProps: { lockScroll: false, centered: true, attributes: dialogParts } satisfies Partial<ModalProps>,
    },
    Drawer: {
      defaultProps: {
        lockScroll: false,
        position: 'right',
        size: 'lg',
        attributes: dialogParts,
      } satisfies Partial<DrawerProps>,
    },
  },
});
