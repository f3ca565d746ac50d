"""How submissions run: within limits, and so that a cell that ends its kernel harms no other."""

from nbclient.exceptions import CellTimeoutError, DeadKernelError
from nbformat.v4 import new_output
from nbgrader.preprocessors import Execute
from traitlets import Integer, default

# What is said of a cell that is left out, by the error that it causes in the grader.
LEFT_OUT = {
    DeadKernelError: "이 셀을 실행하다가 Python이 꺼졌거나 메모리가 모자라게 되어, 이 셀을 빼고 "
    "다시 실행했습니다.\n"
    "Python ended or became short of memory when this cell ran, so the notebook was run again "
    "without it.",
    CellTimeoutError: "이 셀은 시간이 다 되어도 멈추지 않아서, 이 셀을 빼고 다시 실행했습니다.\n"
    "This cell did not stop when its time was up, so the notebook was run again without it.",
}
STOPPED = (
    "이 셀은 {0}초 안에 끝나지 않아서 멈추었습니다.\n"
    "This cell was not done within {0} seconds, so it was stopped."
)
NO_ANSWER = (
    "확인할 답이 없습니다. 답을 쓴 셀이 있는지, 그 셀에서 오류가 났는지 보세요.\n"
    "There is no answer to check. Is the cell with the answer there, and did it raise an error?"
)
CUT = "\n출력이 너무 많아서 나머지는 뺐습니다.\nThere was too much output. The rest is left out."
LONGEST = 10_000  # characters of an error's words or of a call in its traceback


class FairExecute(Execute):
    """Run a submission so that each of its exercises gets what it should.

    A cell that ends or blocks the kernel is left out, and the notebook runs again without it.
    What a check finds counts, and not what appears on stderr beside it. Of long output only the
    beginning is kept.
    """

    max_characters = Integer(
        300_000, help="How much output of one cell is kept, pictures included."
    ).tag(config=True)

    @default("error_on_timeout")
    def _error_on_timeout(self):
        words = STOPPED.format(self.timeout)
        return {"ename": "CellTimeoutError", "evalue": words, "traceback": [words]}

    def preprocess(self, notebook, resources, km=None):
        """Run the cells of a notebook; return it and its resources."""
        self.left_out = {}
        while True:
            self.index = None
            try:
                return super().preprocess(notebook, resources, km)
            except tuple(LEFT_OUT) as error:
                if self.index is None:  # before any cell
                    raise
                self.left_out[self.index] = type(error)

    def preprocess_cell(self, cell, resources, index):
        """Run a cell, or say why it is left out."""
        if index in self.left_out:
            words = LEFT_OUT[self.left_out[index]]
            cell.outputs = [new_output("error", ename="", evalue=words, traceback=[words])]
            return cell, resources
        self.index, self.room = index, self.max_characters
        cell, resources = super().preprocess_cell(cell, resources, index)
        for output in cell.outputs if _is_check(cell) else ():
            if output.get("ename") == "NameError":
                output.traceback = [*output.traceback, NO_ANSWER]
        return cell, resources

    def process_message(self, msg, cell, cell_index):
        """Take in what a cell shows, as long as there is room for it."""
        kind, content = msg["msg_type"], msg["content"]
        if kind == "stream" and content["name"] == "stderr" and _is_check(cell):
            return None  # nbgrader would take a warning for a failure
        if kind == "error":
            content["evalue"] = content["evalue"][:LONGEST]
            content["traceback"] = [line[:LONGEST] for line in content["traceback"]]
        elif kind in ("stream", "display_data", "execute_result", "update_display_data"):
            if self.room < 0:
                return None
            before, self.room = self.room, self.room - len(str(content))
            if self.room < 0:
                text = content.get("text", "")[:before] + CUT
                header = {**msg["header"], "msg_type": "stream"}
                content = {"name": content.get("name", "stdout"), "text": text}
                msg = {**msg, "msg_type": "stream", "header": header, "content": content}
        return super().process_message(msg, cell, cell_index)


def _is_check(cell):
    return cell.metadata.get("nbgrader", {}).get("grade", False)
