"""Word files from the XML of their parts, with what no library writes: notes, tracked changes, text boxes."""

import io
import zipfile

NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def paragraph(*runs, style=""):
    """A paragraph of runs, each a string or the XML of one."""
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    inner = "".join(run if run.startswith("<") else words(run) for run in runs)
    return f"<w:p>{properties}{inner}</w:p>"


def words(text, properties=""):
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


def table(*rows):
    """A table of rows of cells, each the XML of what it holds."""
    lines = ["<w:tr>" + "".join(f"<w:tc>{cell}</w:tc>" for cell in row) + "</w:tr>" for row in rows]
    return f"<w:tbl>{''.join(lines)}</w:tbl>"


def note(number, kind="footnote"):
    return f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>'


def link(relation, text):
    return f'<w:hyperlink r:id="{relation}">{words(text)}</w:hyperlink>'


def file(body, *, notes=None, endnotes=None, links=None, styles=None, kind="document", extra=None):
    """The bytes of a Word file.

    ``notes`` and ``endnotes`` are paragraphs by their number, ``links`` addresses by the id of their
    relation, ``styles`` the names of styles by their id, ``extra`` more of its parts.
    """
    relations = [
        f'<Relationship Id="{id}" Type="{_OFFICE}/hyperlink" Target="{to}" TargetMode="External"/>'
        for id, to in (links or {}).items()
    ]
    parts = {"word/document.xml": f"<w:document {NAMES}><w:body>{body}</w:body></w:document>"}
    kinds = {"/word/document.xml": f"{_WORD}.{kind}.main+xml"}
    for sort, some in (("footnote", notes), ("endnote", endnotes)):
        if some:
            parts[f"word/{sort}s.xml"] = (
                f'<w:{sort}s {NAMES}><w:{sort} w:type="separator" w:id="-1"><w:p/></w:{sort}>'
                + "".join(f'<w:{sort} w:id="{n}">{inner}</w:{sort}>' for n, inner in some.items())
                + f"</w:{sort}s>"
            )
            kinds[f"/word/{sort}s.xml"] = f"{_WORD}.{sort}s+xml"
            relations.append(f'<Relationship Id="{sort}" Type="{_OFFICE}/{sort}s" Target="{sort}s.xml"/>')
    if styles:
        parts["word/styles.xml"] = (
            f"<w:styles {NAMES}>"
            + "".join(
                f'<w:style w:type="paragraph" w:styleId="{id}"><w:name w:val="{name}"/></w:style>'
                for id, name in styles.items()
            )
            + "</w:styles>"
        )
        kinds["/word/styles.xml"] = f"{_WORD}.styles+xml"
        relations.append(f'<Relationship Id="s" Type="{_OFFICE}/styles" Target="styles.xml"/>')
    types = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in kinds.items())
    about = "http://schemas.openxmlformats.org/package/2006"
    parts["[Content_Types].xml"] = (
        f'<Types xmlns="{about}/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>'
        f'<Default Extension="bin" ContentType="application/octet-stream"/>{types}</Types>'
    )
    parts["_rels/.rels"] = (
        f'<Relationships xmlns="{about}/relationships"><Relationship Id="d" '
        f'Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>'
    )
    parts["word/_rels/document.xml.rels"] = (
        f'<Relationships xmlns="{about}/relationships">{"".join(relations)}</Relationships>'
    )
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in {**parts, **(extra or {})}.items():
            packed.writestr(name, content)
    return written.getvalue()
