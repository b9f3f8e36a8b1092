"""For the tests of data sets: files that other programs wrote."""

import base64
import zlib

import pytest

# scipy.io.savemat of two arrays, X (2, 2, 3, 4) = arange % 7 and y (4, 1), compressed and not
PACKED = (
    "c-r%I4DoSvQZUssQ1EpO(M`+DNmU5QNi0drFUqx2D9A6)tk6+#E=o--Nlj76&$ChpDNR-I%P&(fGEp!zu`)8YGO<)JGB7e@AOkRZ`tk!QCm^nvV|"
    "wZ|Z-WC5bKrCB9SU9xWxN*r=bF)>dhzqYPl_)clMk<Z&!t|&snWAQy!@=esUW{C{hJg-7Ta>3{`fww$dK_k$RsVWNsp5g5)2rU%oLt6B>Ay%B(#2"
    "tY?vX~BPprXXd)cY(mio9H-n@sBRc@SKSFW",
    "c-r%I4DoSvQZUssQ1EpO(M`+DNmU5QNi0drFUqx2D9A6)tk6+#E=o--Nlj76&$ChpDNR-I%P&(fGEp!zu`)8YGO<)JGB7e@AOkRZ`tkv(3?OC$Vh$"
    "kYgi5gju>cS=K`}EBvw*Y!VFXmn0Hlzam63&k2}rOpfiNp0Gmv0l24OZP79hdM0>UtLd{BMZ?Bjsj0kNkNY!3?q7b7PZ00=7>pa",
)


@pytest.fixture
def mat_files() -> list[bytes]:
    """MAT-files with X (2, 2, 3, 4) and y (4, 1), as SciPy writes them: compressed, and not."""
    return [zlib.decompress(base64.b85decode(packed)) for packed in PACKED]
