/** Something that must be answered or read before going on: a sheet from below on a phone, a dialog on wide pages. */
import type { ReactNode } from "react";
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { PillButton } from "#ui/kit/press/PillButton.tsx";

type DialogProps = {
  readonly title: ReactNode;
  readonly isOpen: boolean;
  /** Called by the close button, and by Escape and a press beside it. */
  readonly onClose: () => void;
  readonly closeLabel: string;
  /** True for what cannot be undone: closes only by a choice inside or the close button. */
  readonly isAlert?: boolean;
  /** True while something typed in it would be lost: then neither Escape nor a press beside it closes it. */
  readonly holdsWords?: boolean;
  readonly children: ReactNode;
};

/** Focus moves in and back out by itself. Put the choices in `<div className="dialog-acts">`. */
export function Dialog({
  title,
  isOpen,
  onClose,
  closeLabel,
  isAlert = false,
  holdsWords = false,
  children,
}: DialogProps) {
  return (
    <ModalOverlay
      className="veil-full"
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable={!isAlert && !holdsWords}
      isKeyboardDismissDisabled={holdsWords}
    >
      <Modal className="dialog">
        <AriaDialog className="bottom-sheet" role={isAlert ? "alertdialog" : "dialog"}>
          <div className="grab" aria-hidden="true" />
          <div className="bs-head">
            <Heading slot="title" level={1}>
              {title}
            </Heading>
            <PillButton onPress={onClose}>{closeLabel}</PillButton>
          </div>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
