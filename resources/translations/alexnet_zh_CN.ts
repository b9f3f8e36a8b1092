<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AnswerDisplay</name>
    <message>
        <source>all {count} together</source>
        <translation>全部 {count} 个之和</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Logit</source>
        <translation>logit</translation>
    </message>
    <message>
        <source>exp(logit − largest)</source>
        <translation>exp(logit − 最大值)</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>From logits to probabilities</source>
        <translation>从 logits 到概率</translation>
    </message>
</context>
<context>
    <name>Arithmetic</name>
    <message>
        <source>unit {unit}</source>
        <translation>单元 {unit}</translation>
    </message>
    <message>
        <source>channel {channel}, row {row}, column {column}</source>
        <translation>通道 {channel}，行 {row}，列 {column}</translation>
    </message>
    <message>
        <source>softmax {value}</source>
        <translation>softmax {value}</translation>
    </message>
    <message>
        <source>loss {value}</source>
        <translation>损失 {value}</translation>
    </message>
    <message>
        <source>Σ patch × kernel {sum} + bias {bias} = {value}</source>
        <translation>Σ 图块 × 卷积核 {sum} + 偏置 {bias} = {value}</translation>
    </message>
    <message>
        <source>Σ input × weight {sum} + bias {bias} = {value}</source>
        <translation>Σ 输入 × 权重 {sum} + 偏置 {bias} = {value}</translation>
    </message>
    <message>
        <source>largest of {window} {value}</source>
        <translation>{window} 中的最大值 {value}</translation>
    </message>
    <message>
        <source>mean of {window} {value}</source>
        <translation>{window} 的平均值 {value}</translation>
    </message>
    <message>
        <source>normalised {value}</source>
        <translation>归一化 {value}</translation>
    </message>
    <message>
        <source>Input channel {channel} ({rank} of {count}) adds {term}: {sum} so far</source>
        <translation>输入通道 {channel}（第 {rank} 个，共 {count} 个）加上 {term}：累计 {sum}</translation>
    </message>
    <message>
        <source>The bias belongs to the unit, whatever it sees: {value}</source>
        <translation>偏置属于单元本身，与它看到什么无关：{value}</translation>
    </message>
    <message>
        <source>Softmax: each logit&apos;s exponential, divided by the sum of all of them</source>
        <translation>Softmax：每个 logit 的指数，除以所有指数之和</translation>
    </message>
    <message>
        <source>Cross-entropy: the less probable the true class, the larger the loss</source>
        <translation>交叉熵：真实类别的概率越小，损失越大</translation>
    </message>
    <message>
        <source>The other {count} inputs together add {term}: {sum} so far</source>
        <translation>其余 {count} 个输入一共加上 {term}：累计 {sum}</translation>
    </message>
    <message>
        <source>Strongest first: {unit} adds {term}: {sum} so far</source>
        <translation>从最强的开始：{unit} 加上 {term}：累计 {sum}</translation>
    </message>
    <message>
        <source>Max-pooling keeps the largest value of its window</source>
        <translation>最大池化保留窗口中的最大值</translation>
    </message>
    <message>
        <source>Average pooling takes the mean of its window</source>
        <translation>平均池化取窗口的平均值</translation>
    </message>
    <message>
        <source>Batch normalisation, by what training kept of mean and variance</source>
        <translation>批量归一化，使用训练中保留的均值和方差</translation>
    </message>
    <message>
        <source>ReLU lets through what is positive and makes 0 of the rest</source>
        <translation>ReLU 让正数通过，其余变为 0</translation>
    </message>
    <message>
        <source>The sigmoid brings every number between 0 and 1</source>
        <translation>Sigmoid 把每个数变到 0 与 1 之间</translation>
    </message>
    <message>
        <source>The hyperbolic tangent brings every number between −1 and 1</source>
        <translation>双曲正切把每个数变到 −1 与 1 之间</translation>
    </message>
    <message>
        <source>Dropout does nothing outside training</source>
        <translation>Dropout 在训练之外什么也不做</translation>
    </message>
    <message>
        <source>The value goes through as it is</source>
        <translation>数值原样通过</translation>
    </message>
    <message>
        <source>sum of all products + bias</source>
        <translation>所有乘积之和 + 偏置</translation>
    </message>
    <message>
        <source>(x − mean) / √(variance + ε) × weight + bias</source>
        <translation>(x − 均值) / √(方差 + ε) × 权重 + 偏置</translation>
    </message>
    <message>
        <source>The largest of {window}: {value}</source>
        <translation>{window} 中的最大值：{value}</translation>
    </message>
    <message>
        <source>Sum {sum} / {count} = {value}</source>
        <translation>和 {sum} / {count} = {value}</translation>
    </message>
    <message>
        <source>The true class of this picture is not known, so there is no loss.</source>
        <translation>这张图片的真实类别未知，因此没有损失。</translation>
    </message>
    <message>
        <source>Loss: −log({probability}) = log({total}) − ({logit} − {largest}) = {loss}, for {name}</source>
        <translation>损失：−log({probability}) = log({total}) − ({logit} − {largest}) = {loss}，真实类别 {name}</translation>
    </message>
    <message>
        <source>= {value}, as the network has it</source>
        <translation>= {value}，与网络一致</translation>
    </message>
    <message>
        <source>logit {value}, as the network has it</source>
        <translation>logit {value}，与网络一致</translation>
    </message>
    <message>
        <source>= {value}; the network has {network}</source>
        <translation>= {value}；网络中是 {network}</translation>
    </message>
    <message>
        <source>Here {value}, in the network {network}: {difference} apart</source>
        <translation>这里 {value}，网络中 {network}：相差 {difference}</translation>
    </message>
</context>
<context>
    <name>ArithmeticView</name>
    <message>
        <source>Nothing is computed in the picture itself: click a layer behind it.</source>
        <translation>图片本身没有任何计算：请点击它后面的层。</translation>
    </message>
</context>
<context>
    <name>BatchPanel</name>
    <message>
        <source>Save the table</source>
        <translation>保存表格</translation>
    </message>
    <message>
        <source>The table was not saved: {why}</source>
        <translation>表格未能保存：{why}</translation>
    </message>
    <message>
        <source>Saved as {file}</source>
        <translation>已保存为 {file}</translation>
    </message>
    <message>
        <source>{done} of {total} pictures</source>
        <translation>{done}/{total} 张图片</translation>
    </message>
    <message numerus="yes">
        <source>Cancelled after %Ln picture(s)</source>
        <translation>
            <numerusform>已取消，完成 %Ln 张图片</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s)</source>
        <translation>
            <numerusform>%Ln 张图片</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln could not be read</source>
        <translation>
            <numerusform>%Ln 张无法读取</numerusform>
        </translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>picture {number}</source>
        <translation>图片 {number}</translation>
    </message>
    <message>
        <source>Classified pictures</source>
        <translation>已分类的图片</translation>
    </message>
    <message>
        <source>Progress of classifying</source>
        <translation>分类进度</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>另存为 CSV…</translation>
    </message>
    <message>
        <source>Close the table</source>
        <translation>关闭表格</translation>
    </message>
</context>
<context>
    <name>ChartOut</name>
    <message>
        <source>Picture (*.png)</source>
        <translation>图片 (*.png)</translation>
    </message>
    <message>
        <source>Drawing, sharp at every size (*.svg)</source>
        <translation>矢量图，任意大小都清晰 (*.svg)</translation>
    </message>
    <message>
        <source>Save the chart</source>
        <translation>保存图表</translation>
    </message>
    <message>
        <source>Save the values</source>
        <translation>保存数值</translation>
    </message>
    <message>
        <source>Saved as {file}.</source>
        <translation>已保存为 {file}。</translation>
    </message>
    <message>
        <source>Save chart…</source>
        <translation>保存图表…</translation>
    </message>
    <message>
        <source>Save values…</source>
        <translation>保存数值…</translation>
    </message>
    <message>
        <source>Copy chart</source>
        <translation>复制图表</translation>
    </message>
    <message>
        <source>Nothing is drawn yet.</source>
        <translation>还没有任何曲线。</translation>
    </message>
    <message>
        <source>The chart is in the clipboard.</source>
        <translation>图表已复制到剪贴板。</translation>
    </message>
</context>
<context>
    <name>ClassChoice</name>
    <message>
        <source>Best guess: {label}, {share}</source>
        <translation>最佳猜测：{label}，{share}</translation>
    </message>
</context>
<context>
    <name>ClassifierDesk</name>
    <message>
        <source>The demo network is not there ({error}); choose a run of yours, or train one.</source>
        <translation>演示网络不可用（{error}）。请选择一条训练记录，或训练一个网络。</translation>
    </message>
    <message>
        <source>There is no network to classify with; choose another one.</source>
        <translation>没有可用来分类的网络，请另选一个。</translation>
    </message>
</context>
<context>
    <name>ClassifyPage</name>
    <message>
        <source>Open pictures</source>
        <translation>打开图片</translation>
    </message>
    <message>
        <source>Open a folder of pictures</source>
        <translation>打开图片文件夹</translation>
    </message>
    <message>
        <source>The clipboard holds no picture and no file.</source>
        <translation>剪贴板中没有图片，也没有文件。</translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation>粘贴的图片</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Open folder…</source>
        <translation>打开文件夹…</translation>
    </message>
    <message>
        <source>Network:</source>
        <translation>网络：</translation>
    </message>
    <message>
        <source>The network that answers</source>
        <translation>用来分类的网络</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>示例图片</translation>
    </message>
    <message>
        <source>Drop a picture anywhere in this window</source>
        <translation>把图片拖到窗口中的任意位置</translation>
    </message>
    <message>
        <source>Or a folder of them, or paste one with Ctrl+V. Nothing leaves this computer.</source>
        <translation>也可以拖入图片文件夹，或按 Ctrl+V 粘贴图片。任何数据都不会离开这台电脑。</translation>
    </message>
    <message>
        <source>Open a picture…</source>
        <translation>打开图片…</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Open pictures</source>
        <translation>打开图片</translation>
    </message>
    <message>
        <source>Pictures ({patterns})</source>
        <translation>图片 ({patterns})</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Open a folder of pictures</source>
        <translation>打开图片文件夹</translation>
    </message>
    <message>
        <source>Open the folder of a run</source>
        <translation>打开训练记录的文件夹</translation>
    </message>
    <message>
        <source>There are no charts on this page; Train and Runs have some.</source>
        <translation>此页面没有图表；“训练”和“运行”页面有。</translation>
    </message>
    <message>
        <source>No run is shown: train one, or open one by Ctrl+R.</source>
        <translation>没有显示任何运行：请训练一个，或按 Ctrl+R 打开一个。</translation>
    </message>
</context>
<context>
    <name>ConfusionMatrix</name>
    <message>
        <source>{label} recognised: {n} of {all} ({share})</source>
        <translation>{label} 识别正确：{n}/{all}（{share}）</translation>
    </message>
    <message>
        <source>{label} taken for {called}: {n} of {all} ({share})</source>
        <translation>{label} 被认作 {called}：{n}/{all}（{share}）</translation>
    </message>
    <message>
        <source>called</source>
        <translation>被认作</translation>
    </message>
    <message>
        <source>is</source>
        <translation>实际</translation>
    </message>
</context>
<context>
    <name>CurvePlot</name>
    <message>
        <source>test {value}</source>
        <translation>测试 {value}</translation>
    </message>
    <message>
        <source>train {value} (raw {raw})</source>
        <translation>训练 {value}（原始值 {raw}）</translation>
    </message>
    <message>
        <source>{value} (raw {raw})</source>
        <translation>{value}（原始值 {raw}）</translation>
    </message>
</context>
<context>
    <name>DataPage</name>
    <message>
        <source>Reading {name} …</source>
        <translation>正在读取 {name}…</translation>
    </message>
    <message>
        <source>The reading was cancelled.</source>
        <translation>读取已取消。</translation>
    </message>
    <message>
        <source>{shown} of {all} pictures</source>
        <translation>{shown}/{all} 张图片</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) could not be read</source>
        <translation>
            <numerusform>%Ln 个文件无法读取</numerusform>
        </translation>
    </message>
    <message>
        <source>All classes</source>
        <translation>所有类别</translation>
    </message>
    <message>
        <source>Open a folder…</source>
        <translation>打开文件夹…</translation>
    </message>
    <message>
        <source>Open a folder with one sub-folder of pictures a class</source>
        <translation>打开一个文件夹，其中每个类别的图片各有一个子文件夹</translation>
    </message>
    <message>
        <source>Data set:</source>
        <translation>数据集：</translation>
    </message>
    <message>
        <source>Data set</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练集</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试集</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>数据划分</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
</context>
<context>
    <name>DetailPanel</name>
    <message>
        <source>Training</source>
        <translation>训练集</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试集</translation>
    </message>
    <message>
        <source>Click a picture to see it large.</source>
        <translation>单击图片可放大查看。</translation>
    </message>
    <message>
        <source>The picked picture</source>
        <translation>选中的图片</translation>
    </message>
    <message>
        <source>Classify this</source>
        <translation>对它分类</translation>
    </message>
</context>
<context>
    <name>EmbeddingView</name>
    <message>
        <source>Looking at pictures…</source>
        <translation>正在查看图片…</translation>
    </message>
    <message>
        <source>No pictures were looked at.</source>
        <translation>没有查看任何图片。</translation>
    </message>
    <message>
        <source>Looking at pictures: {share}</source>
        <translation>正在查看图片：{share}</translation>
    </message>
    <message>
        <source>{count} test pictures</source>
        <translation>{count} 张测试图片</translation>
    </message>
    <message>
        <source>{share} of the variance is in this plane</source>
        <translation>该平面保留了 {share} 的方差</translation>
    </message>
    <message>
        <source>step {done} of {total}</source>
        <translation>第 {done}/{total} 步</translation>
    </message>
    <message>
        <source>near pictures are near; distances between groups mean nothing</source>
        <translation>相近的图片彼此靠近；群组之间的距离没有意义</translation>
    </message>
    <message>
        <source>the network after step {step}</source>
        <translation>第 {step} 步之后的网络</translation>
    </message>
    <message>
        <source>Principal components</source>
        <translation>主成分</translation>
    </message>
    <message>
        <source>Neighbours</source>
        <translation>近邻</translation>
    </message>
    <message>
        <source>How the plane is found</source>
        <translation>如何得到该平面</translation>
    </message>
    <message>
        <source>Principal components: the plane in which the pictures differ most. Neighbours: t-SNE</source>
        <translation>主成分：图片差异最大的平面。近邻：t-SNE</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>重新查看</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Test pictures as points: arrows walk, a drag catches some, Esc lets go</source>
        <translation>测试图片以点表示：方向键移动，拖动圈选，Esc 取消</translation>
    </message>
    <message>
        <source>A click shows a picture; draw a line around points to see them together</source>
        <translation>点击显示图片；在点的周围画线可一起查看</translation>
    </message>
    <message>
        <source>The pictures that were chosen</source>
        <translation>所选的图片</translation>
    </message>
    <message>
        <source>The classes and their marks</source>
        <translation>类别及其标记</translation>
    </message>
</context>
<context>
    <name>EndNotice</name>
    <message>
        <source>The run is done</source>
        <translation>训练已完成</translation>
    </message>
    <message>
        <source>The run has stopped</source>
        <translation>训练已停止</translation>
    </message>
    <message>
        <source>The run has failed</source>
        <translation>训练失败</translation>
    </message>
</context>
<context>
    <name>EpochTableModel</name>
    <message>
        <source>Epoch</source>
        <translation>轮</translation>
    </message>
    <message>
        <source>Training loss</source>
        <translation>训练损失</translation>
    </message>
    <message>
        <source>Test loss</source>
        <translation>测试损失</translation>
    </message>
    <message>
        <source>Training accuracy</source>
        <translation>训练准确率</translation>
    </message>
    <message>
        <source>Test accuracy</source>
        <translation>测试准确率</translation>
    </message>
    <message>
        <source>Evaluated in</source>
        <translation>评估用时</translation>
    </message>
</context>
<context>
    <name>ErrorReport</name>
    <message>
        <source>Something went wrong ({error}). The details are in {file}.</source>
        <translation>出了点问题（{error}）。详情见 {file}。</translation>
    </message>
</context>
<context>
    <name>EstimateLine</name>
    <message>
        <source>Progress of the measurement</source>
        <translation>测量进度</translation>
    </message>
    <message>
        <source>Measure anew</source>
        <translation>重新测量</translation>
    </message>
    <message>
        <source>Measure time</source>
        <translation>测量用时</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Make some steps of this recipe to see how long the run will take</source>
        <translation>按此训练方案试跑几步，估计训练需要多久</translation>
    </message>
</context>
<context>
    <name>EvaluationCalibration</name>
    <message>
        <source>How sure it is can be trusted: it is off by {error} on average.</source>
        <translation>置信度可信：平均偏差为 {error}。</translation>
    </message>
    <message>
        <source>It is too sure of itself: how sure it is differs by {error} from how often it is right.</source>
        <translation>过于自信：置信度与实际正确率相差 {error}。</translation>
    </message>
    <message>
        <source>It is too modest: how sure it is differs by {error} from how often it is right.</source>
        <translation>过于保守：置信度与实际正确率相差 {error}。</translation>
    </message>
    <message>
        <source>Reliability diagram</source>
        <translation>可靠性图</translation>
    </message>
    <message>
        <source>Each bar: of the pictures at which it was so sure, how many are right</source>
        <translation>每个柱形：置信度在此区间的图片中有多少正确</translation>
    </message>
</context>
<context>
    <name>EvaluationClasses</name>
    <message>
        <source>Scores of each class</source>
        <translation>各类别得分</translation>
    </message>
    <message>
        <source>Recall: of its pictures, how many were recognised. Precision: of those that were called it, how many are. F1: the harmonic mean of both.</source>
        <translation>召回率：该类别的图片中有多少被识别。精确率：被认作该类别的图片中有多少属实。F1：两者的调和平均。</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>召回率</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精确率</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>Most often taken for</source>
        <translation>最常被认作</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
</context>
<context>
    <name>EvaluationPictures</name>
    <message>
        <source>Reading the test pictures …</source>
        <translation>正在读取测试图片…</translation>
    </message>
    <message>
        <source>The reading was cancelled.</source>
        <translation>读取已取消。</translation>
    </message>
    <message>
        <source>The test pictures are no longer those that this run was evaluated on.</source>
        <translation>测试图片已不是此运行评估时所用的图片。</translation>
    </message>
    <message>
        <source>There is no such picture.</source>
        <translation>没有这样的图片。</translation>
    </message>
    <message>
        <source>the surest first</source>
        <translation>按置信度从高到低</translation>
    </message>
    <message>
        <source>the highest loss first</source>
        <translation>按损失从高到低</translation>
    </message>
    <message>
        <source>Worst mistakes, of {n}</source>
        <translation>最严重的错误，共 {n} 个</translation>
    </message>
    <message>
        <source>Worst mistakes</source>
        <translation>最严重的错误</translation>
    </message>
    <message>
        <source>{label} recognised</source>
        <translation>{label} 识别正确</translation>
    </message>
    <message>
        <source>{label} taken for {called}</source>
        <translation>{label} 被认作 {called}</translation>
    </message>
    <message>
        <source>{label} recognised, sure at {confidence}</source>
        <translation>{label} 识别正确，置信度 {confidence}</translation>
    </message>
    <message>
        <source>{label} taken for {called}, sure at {confidence}; for {label} {truth}</source>
        <translation>{label} 被认作 {called}，置信度 {confidence}；{label} 为 {truth}</translation>
    </message>
    <message>
        <source>A click shows a picture on Classify, and why.</source>
        <translation>点击图片，可在“分类”页查看其结果和依据。</translation>
    </message>
    <message>
        <source>Test picture {n}</source>
        <translation>测试图片 {n}</translation>
    </message>
    <message>
        <source>All mistakes</source>
        <translation>全部错误</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
</context>
<context>
    <name>Evidence</name>
    <message>
        <source>Grad-CAM</source>
        <translation>Grad-CAM</translation>
    </message>
    <message>
        <source>Gradients</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>Guided backprop</source>
        <translation>导向反向传播</translation>
    </message>
    <message>
        <source>Integrated gradients</source>
        <translation>积分梯度</translation>
    </message>
    <message>
        <source>Occlusion</source>
        <translation>遮挡</translation>
    </message>
    <message>
        <source>Where the layer&apos;s feature maps that raise this class are active. It says which region counts, coarsely, and nothing of what speaks against the class. A layer picked in the figure is looked at instead of the last.</source>
        <translation>该层中支持此类别的特征图在哪里被激活。它粗略地说明哪个区域重要，但不说明什么不利于此类别。在图中选中某层，就看那一层而不是最后一层。</translation>
    </message>
    <message>
        <source>What the class gains when a pixel gets a little brighter. It says to what the network is sensitive here, not what made it decide, and is noisy by nature.</source>
        <translation>某个像素稍微变亮时该类别得到多少。它说明网络在这里对什么敏感，而不是它凭什么作出判断；它天生有噪声。</translation>
    </message>
    <message>
        <source>Gradients that pass back only where both they and the unit are positive. It shows crisp edges that the network reacts to, but much the same for every class: it hardly explains a decision.</source>
        <translation>只在梯度和单元都为正处反向传递的梯度。它显示网络有反应的清晰边缘，但各类别几乎相同：难以解释一个判断。</translation>
    </message>
    <message>
        <source>Gradients summed up on the way from a black picture to this one. All pixels together add up to what the class gains over black; black pixels get nothing, even where it matters that they are black.</source>
        <translation>从全黑图片到这张图片一路累加的梯度。所有像素之和等于该类别比全黑时多得的值；黑色像素得零，即使“是黑色”这一点很重要。</translation>
    </message>
    <message>
        <source>What the class loses when a square of the picture is made black. It says what the decision rests on, no finer than the square; of two parts that can stand in for each other, neither seems to count.</source>
        <translation>把图片中一个方块涂黑时该类别失去多少。它说明判断依靠什么，但不比方块更细；可以互相替代的两个部分，看起来都不重要。</translation>
    </message>
    <message>
        <source>not all values are numbers</source>
        <translation>并非所有值都是数</translation>
    </message>
    <message>
        <source>nothing: all values are 0</source>
        <translation>没有：所有值都是 0</translation>
    </message>
    <message>
        <source>{layer}, up to {limit}</source>
        <translation>{layer}，最大 {limit}</translation>
    </message>
    <message>
        <source>±{limit}, sum {total} of {wanted}</source>
        <translation>±{limit}，合计 {total}，应为 {wanted}</translation>
    </message>
</context>
<context>
    <name>EvidenceCard</name>
    <message>
        <source>What {method} says</source>
        <translation>{method}说明什么</translation>
    </message>
    <message>
        <source>Progress of {method}</source>
        <translation>{method}的进度</translation>
    </message>
</context>
<context>
    <name>EvidenceCards</name>
    <message>
        <source>row {row}, column {column}:</source>
        <translation>第 {row} 行，第 {column} 列：</translation>
    </message>
</context>
<context>
    <name>EvidenceView</name>
    <message>
        <source>{label}, at step {step}</source>
        <translation>{label}，第 {step} 步</translation>
    </message>
    <message>
        <source>Given up.</source>
        <translation>已放弃。</translation>
    </message>
    <message>
        <source>What speaks for:</source>
        <translation>支持的类别：</translation>
    </message>
    <message>
        <source>The class that the evidence is about</source>
        <translation>依据所针对的类别</translation>
    </message>
    <message>
        <source>Opacity:</source>
        <translation>不透明度：</translation>
    </message>
    <message>
        <source>Opacity of the evidence</source>
        <translation>依据的不透明度</translation>
    </message>
    <message>
        <source>Compute anew</source>
        <translation>重新计算</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>← All methods</source>
        <translation>← 所有方法</translation>
    </message>
    <message>
        <source>Back to all methods (Esc)</source>
        <translation>返回所有方法（Esc）</translation>
    </message>
    <message>
        <source>against</source>
        <translation>不利于</translation>
    </message>
    <message>
        <source>for the class</source>
        <translation>有利于该类别</translation>
    </message>
    <message>
        <source>Colour legend</source>
        <translation>颜色图例</translation>
    </message>
</context>
<context>
    <name>FieldRow</name>
    <message>
        <source>Help for {title}</source>
        <translation>“{title}”的说明</translation>
    </message>
</context>
<context>
    <name>FigureTools</name>
    <message>
        <source>Saved {file}</source>
        <translation>已保存 {file}</translation>
    </message>
    <message>
        <source>Drawing, sharp at every size (*.svg)</source>
        <translation>矢量图，任意大小都清晰 (*.svg)</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>图片 (*.png)</translation>
    </message>
    <message>
        <source>Save the figure</source>
        <translation>保存网络图</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>网络图</translation>
    </message>
    <message>
        <source>Colour, search, fit or save the figure</source>
        <translation>为网络图着色、查找、适应窗口或保存</translation>
    </message>
    <message>
        <source>Colour by</source>
        <translation>着色依据</translation>
    </message>
    <message>
        <source>Kind of layer</source>
        <translation>层的种类</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Multiply-adds</source>
        <translation>乘加次数</translation>
    </message>
    <message>
        <source>Memory of the weights</source>
        <translation>权重内存</translation>
    </message>
    <message>
        <source>Memory of the output</source>
        <translation>输出内存</translation>
    </message>
    <message>
        <source>Receptive field</source>
        <translation>感受野</translation>
    </message>
    <message>
        <source>Measured time</source>
        <translation>实测时间</translation>
    </message>
    <message>
        <source>Find a layer…</source>
        <translation>查找层…</translation>
    </message>
    <message>
        <source>All in sight</source>
        <translation>全部显示</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Save the figure…</source>
        <translation>保存网络图…</translation>
    </message>
    <message>
        <source>Name or kind of a layer</source>
        <translation>层的名称或种类</translation>
    </message>
    <message>
        <source>Find a layer</source>
        <translation>查找层</translation>
    </message>
</context>
<context>
    <name>FilterStage</name>
    <message>
        <source>−max</source>
        <translation>−最大</translation>
    </message>
    <message>
        <source>max</source>
        <translation>最大</translation>
    </message>
    <message>
        <source>norm {value}</source>
        <translation>范数 {value}</translation>
    </message>
    <message>
        <source>norms {low} to {high}</source>
        <translation>范数 {low} 至 {high}</translation>
    </message>
    <message>
        <source>unchanged: {count} ×</source>
        <translation>未变：{count} 个</translation>
    </message>
    <message>
        <source>zero: {count} ×</source>
        <translation>为零：{count} 个</translation>
    </message>
    <message>
        <source>each square is the norm of one; a click opens its weights</source>
        <translation>每个方块是一个单元的范数；点击查看其权重</translation>
    </message>
    <message>
        <source>of each its strongest kernel; a click opens all</source>
        <translation>显示各滤波器最强的核；点击查看全部</translation>
    </message>
    <message>
        <source>in colours, grey for zero</source>
        <translation>彩色显示，灰色为零</translation>
    </message>
    <message>
        <source>input channel {number}:   norm {value}</source>
        <translation>输入通道 {number}：   范数 {value}</translation>
    </message>
    <message>
        <source>filter {number}:   norm {value}</source>
        <translation>滤波器 {number}：   范数 {value}</translation>
    </message>
    <message>
        <source>strongest kernel: input channel {number}</source>
        <translation>最强的核：输入通道 {number}</translation>
    </message>
    <message>
        <source>row {row}, column {column}:   {value}</source>
        <translation>行 {row}，列 {column}：   {value}</translation>
    </message>
    <message>
        <source>input {unit}:   {value}</source>
        <translation>输入 {unit}：   {value}</translation>
    </message>
    <message>
        <source>By number</source>
        <translation>按编号</translation>
    </message>
    <message>
        <source>By norm</source>
        <translation>按范数</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>顺序</translation>
    </message>
    <message>
        <source>Scale of each</source>
        <translation>各自尺度</translation>
    </message>
    <message>
        <source>One for all</source>
        <translation>统一尺度</translation>
    </message>
    <message>
        <source>What the colours stand for: each one&apos;s own largest value, or that of all</source>
        <translation>颜色的含义：各自的最大值，或全部的最大值</translation>
    </message>
    <message>
        <source>Colour scale</source>
        <translation>颜色尺度</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>滤波器</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>卷积核</translation>
    </message>
    <message>
        <source>Colour legend</source>
        <translation>颜色图例</translation>
    </message>
</context>
<context>
    <name>FiltersView</name>
    <message>
        <source>Drawing the weights that this run began with…</source>
        <translation>正在重新生成本次运行的初始权重…</translation>
    </message>
    <message>
        <source>There are no filters here: choose a convolution or a dense layer in the figure.</source>
        <translation>这里没有滤波器：请在图中选择一个卷积层或全连接层。</translation>
    </message>
    <message>
        <source>filter {number}</source>
        <translation>滤波器 {number}</translation>
    </message>
    <message>
        <source>input channel {number}</source>
        <translation>输入通道 {number}</translation>
    </message>
    <message>
        <source>step {step}</source>
        <translation>第 {step} 步</translation>
    </message>
    <message>
        <source>← Back</source>
        <translation>← 返回</translation>
    </message>
    <message>
        <source>Back to all (Esc)</source>
        <translation>返回全部（Esc）</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>当前</translation>
    </message>
    <message>
        <source>At the start</source>
        <translation>开始时</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Which weights</source>
        <translation>哪些权重</translation>
    </message>
    <message>
        <source>As they are, as the run began, or the difference. The start is known of runs of this program only.</source>
        <translation>当前的权重、运行开始时的权重，或两者之差。只有本程序的运行才知道开始时的权重。</translation>
    </message>
</context>
<context>
    <name>FoldingGroup</name>
    <message>
        <source>open</source>
        <translation>已展开</translation>
    </message>
    <message>
        <source>folded</source>
        <translation>已折叠</translation>
    </message>
</context>
<context>
    <name>FormulaDisplay</name>
    <message>
        <source>The sum, input channel by input channel</source>
        <translation>逐个输入通道累加的和</translation>
    </message>
</context>
<context>
    <name>HelpDialog</name>
    <message>
        <source>Glossary and about</source>
        <translation>词汇表与关于</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>词汇</translation>
    </message>
    <message>
        <source>Watch a convolutional network learn: train AlexNet, look inside it, classify with it.</source>
        <translation>看着卷积网络学习：训练 AlexNet，观察它的内部，用它分类图片。</translation>
    </message>
    <message>
        <source>&lt;b&gt;Nothing leaves your computer.&lt;/b&gt; Pictures, runs and networks stay on it; nothing is sent, and nothing is downloaded.</source>
        <translation>&lt;b&gt;任何数据都不会离开您的电脑。&lt;/b&gt;图片、训练记录和网络都留在本机；不发送，也不下载任何内容。</translation>
    </message>
    <message>
        <source>AlexNet Studio is free software under the MIT licence. Fashion-MNIST is by Zalando Research, under the MIT licence too.</source>
        <translation>AlexNet Studio 是采用 MIT 许可证的自由软件。Fashion-MNIST 由 Zalando Research 制作，同样采用 MIT 许可证。</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>训练记录</translation>
    </message>
    <message>
        <source>One training from its recipe to its end, kept in a folder of its own.</source>
        <translation>一次完整的训练，从训练方案到结束，保存在自己的文件夹里。</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>训练方案</translation>
    </message>
    <message>
        <source>All that decides how a run goes: data set, network, learning rate, …</source>
        <translation>决定训练如何进行的一切：数据集、网络、学习率等。</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>One change of the weights, made from one batch of pictures.</source>
        <translation>用一个批次的图片对权重做一次更新。</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>批次</translation>
    </message>
    <message>
        <source>The pictures that the network sees in one step.</source>
        <translation>网络在一步中看到的图片。</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>轮</translation>
    </message>
    <message>
        <source>As many steps as it takes to see every training picture once.</source>
        <translation>把每张训练图片都看一遍所需的步数。</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>How wrong the network is: the mean cross-entropy. 0 is perfect; guessing among ten classes gives 2.3.</source>
        <translation>网络错得有多远：平均交叉熵。0 为完美；在十个类别中乱猜约为 2.3。</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>The share of pictures whose class the network names rightly.</source>
        <translation>网络正确说出类别的图片所占的比例。</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>The size of each change of the weights.</source>
        <translation>每次更新权重的幅度。</translation>
    </message>
    <message>
        <source>Feature map</source>
        <translation>特征图</translation>
    </message>
    <message>
        <source>What one filter of a layer answers at every place of the picture.</source>
        <translation>某一层的一个滤波器在图片各处的响应。</translation>
    </message>
    <message>
        <source>Receptive field</source>
        <translation>感受野</translation>
    </message>
    <message>
        <source>The part of the picture that one value of a feature map sees.</source>
        <translation>特征图中一个值所能看到的图片区域。</translation>
    </message>
    <message>
        <source>Logits</source>
        <translation>Logits（未规范化的输出）</translation>
    </message>
    <message>
        <source>The network&apos;s ten answers before they are made probabilities.</source>
        <translation>网络给出的十个数值，尚未转换为概率。</translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation>检查点</translation>
    </message>
    <message>
        <source>The state of a run on the disk, from which it can go on exactly.</source>
        <translation>保存在磁盘上的训练状态，可由此精确地继续。</translation>
    </message>
</context>
<context>
    <name>HistogramView</name>
    <message>
        <source>no value other than 0</source>
        <translation>没有非零的值</translation>
    </message>
    <message>
        <source>from {low} to {high}, half of them between {first} and {last}</source>
        <translation>从 {low} 到 {high}，其中一半在 {first} 与 {last} 之间</translation>
    </message>
</context>
<context>
    <name>LayerCard</name>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Gradients</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>Activations</source>
        <translation>激活值</translation>
    </message>
    <message>
        <source>Their output was 0 for all pictures looked at, so they pass on no gradient and do not learn. A lower learning rate or another initialisation keeps more of them alive.</source>
        <translation>对所看的全部图片，这些单元的输出都为 0，因此不传递梯度，也学不到东西。降低学习率或换一种初始化，可让更多单元保持活跃。</translation>
    </message>
</context>
<context>
    <name>LayerTable</name>
    <message>
        <source>Sum</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Multiply-adds</source>
        <translation>乘加</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Activations</source>
        <translation>激活值</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Receptive field</source>
        <translation>感受野</translation>
    </message>
    <message>
        <source>The network layer by layer</source>
        <translation>逐层查看网络</translation>
    </message>
</context>
<context>
    <name>Leaving</name>
    <message>
        <source>The run is stopping and saving; the window then closes.</source>
        <translation>训练正在停止并保存，随后窗口将关闭。</translation>
    </message>
    <message>
        <source>A run goes on</source>
        <translation>训练正在进行</translation>
    </message>
    <message>
        <source>The network is still training.</source>
        <translation>网络仍在训练。</translation>
    </message>
    <message>
        <source>Stopped and saved, the run can be resumed later from the Runs page.</source>
        <translation>停止并保存后，可以在“训练记录”页面继续。</translation>
    </message>
    <message>
        <source>Stop, save and close</source>
        <translation>停止、保存并关闭</translation>
    </message>
    <message>
        <source>Keep training</source>
        <translation>继续训练</translation>
    </message>
</context>
<context>
    <name>LookSection</name>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Tell on the desktop when a run ends behind other windows</source>
        <translation>训练结束而窗口不在前台时，在桌面上通知</translation>
    </message>
</context>
<context>
    <name>MachineSection</name>
    <message>
        <source>&amp;Precision</source>
        <translation>精度(&amp;P)</translation>
    </message>
    <message>
        <source>Pr&amp;ocessor threads</source>
        <translation>处理器线程数(&amp;O)</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>A run takes these at its start, where its recipe leaves them open.</source>
        <translation>训练方案未指定时，训练在开始时采用这些设置。</translation>
    </message>
    <message>
        <source>Looking for devices…</source>
        <translation>正在查找设备…</translation>
    </message>
    <message>
        <source>The fastest there is: {device}</source>
        <translation>最快的设备：{device}</translation>
    </message>
    <message>
        <source>Not on this machine now</source>
        <translation>本机现在没有此设备</translation>
    </message>
    <message>
        <source>{memory} memory, {precisions}</source>
        <translation>{memory} 内存，{precisions}</translation>
    </message>
</context>
<context>
    <name>MapsPanel</name>
    <message>
        <source>After {activation}</source>
        <translation>经 {activation} 之后</translation>
    </message>
    <message>
        <source>−max</source>
        <translation>−最大</translation>
    </message>
    <message>
        <source>max</source>
        <translation>最大</translation>
    </message>
    <message>
        <source>min {value}</source>
        <translation>最小 {value}</translation>
    </message>
    <message>
        <source>max {value}</source>
        <translation>最大 {value}</translation>
    </message>
    <message>
        <source>mean {value}</source>
        <translation>均值 {value}</translation>
    </message>
    <message>
        <source>std {value}</source>
        <translation>标准差 {value}</translation>
    </message>
    <message>
        <source>zeros {share}</source>
        <translation>零值 {share}</translation>
    </message>
    <message>
        <source>no numbers {share}</source>
        <translation>非数值 {share}</translation>
    </message>
    <message>
        <source>channel {number}:</source>
        <translation>通道 {number}：</translation>
    </message>
    <message>
        <source>channel {channel}, row {row}, column {column}:   {value}</source>
        <translation>通道 {channel}，第 {row} 行，第 {column} 列：   {value}</translation>
    </message>
    <message>
        <source>unit {unit}:   {value}</source>
        <translation>单元 {unit}：   {value}</translation>
    </message>
    <message>
        <source>a click shows its arithmetic</source>
        <translation>点击查看它的算式</translation>
    </message>
    <message>
        <source>← All maps</source>
        <translation>← 全部特征图</translation>
    </message>
    <message>
        <source>Back to all maps of this layer (Esc)</source>
        <translation>返回本层的全部特征图（Esc）</translation>
    </message>
    <message>
        <source>Per map</source>
        <translation>逐图</translation>
    </message>
    <message>
        <source>Per layer</source>
        <translation>整层</translation>
    </message>
    <message>
        <source>What the colours stand for: each map&apos;s own largest value, or the layer&apos;s</source>
        <translation>颜色的标尺：以每幅特征图各自的最大值为准，或以整层的最大值为准</translation>
    </message>
    <message>
        <source>Colour scale</source>
        <translation>颜色标尺</translation>
    </message>
    <message>
        <source>The values as the next layer gets them</source>
        <translation>下一层实际得到的数值</translation>
    </message>
    <message>
        <source>Save this picture (Ctrl+Shift+E)</source>
        <translation>保存这张图（Ctrl+Shift+E）</translation>
    </message>
    <message>
        <source>Save this picture</source>
        <translation>保存这张图</translation>
    </message>
    <message>
        <source>Feature maps</source>
        <translation>特征图</translation>
    </message>
    <message>
        <source>Feature map</source>
        <translation>特征图</translation>
    </message>
    <message>
        <source>Output values</source>
        <translation>输出值</translation>
    </message>
    <message>
        <source>What the unit sees of the picture</source>
        <translation>该单元所看到的图片区域</translation>
    </message>
    <message>
        <source>Colour legend</source>
        <translation>颜色图例</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>训练(&amp;R)</translation>
    </message>
    <message>
        <source>Rep&amp;ort…</source>
        <translation>报告(&amp;O)…</translation>
    </message>
    <message>
        <source>Save its &amp;data…</source>
        <translation>保存其数据(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>Open &amp;pictures…</source>
        <translation>打开图片(&amp;P)…</translation>
    </message>
    <message>
        <source>Open &amp;folder of pictures…</source>
        <translation>打开图片文件夹(&amp;F)…</translation>
    </message>
    <message>
        <source>P&amp;aste picture</source>
        <translation>粘贴图片(&amp;A)</translation>
    </message>
    <message>
        <source>Open &amp;run…</source>
        <translation>打开训练记录(&amp;R)…</translation>
    </message>
    <message>
        <source>Follow a run on another &amp;machine…</source>
        <translation>跟随另一台机器上的运行(&amp;M)…</translation>
    </message>
    <message>
        <source>&amp;Save the charts…</source>
        <translation>保存图表(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>Re&amp;cipe</source>
        <translation>训练方案(&amp;C)</translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation>全屏(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>&amp;Glossary and about</source>
        <translation>词汇表与关于(&amp;G)</translation>
    </message>
    <message>
        <source>Open the &amp;log folder</source>
        <translation>打开日志文件夹(&amp;L)</translation>
    </message>
</context>
<context>
    <name>MessageStrip</name>
    <message>
        <source>Close the message</source>
        <translation>关闭消息</translation>
    </message>
</context>
<context>
    <name>NetworkFigure</name>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Conv</source>
        <translation>卷积</translation>
    </message>
    <message>
        <source>Max-pool</source>
        <translation>最大池化</translation>
    </message>
    <message>
        <source>Avg-pool</source>
        <translation>平均池化</translation>
    </message>
    <message>
        <source>Dense</source>
        <translation>全连接</translation>
    </message>
    <message>
        <source>the whole picture</source>
        <translation>整张图片</translation>
    </message>
    <message>
        <source>parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>multiply-adds</source>
        <translation>乘加</translation>
    </message>
    <message>
        <source>receptive field</source>
        <translation>感受野</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>The picture as the network gets it: {shape}</source>
        <translation>网络得到的图片：{shape}</translation>
    </message>
    <message>
        <source>{layers} layers with weights · {parameters} parameters · {multiply_adds} multiply-adds a picture</source>
        <translation>{layers} 个含权重的层 · {parameters} 个参数 · 每张图片 {multiply_adds} 次乘加</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全图</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Multiply-adds</source>
        <translation>乘加</translation>
    </message>
    <message>
        <source>Weights in memory</source>
        <translation>权重占用内存</translation>
    </message>
    <message>
        <source>Output in memory</source>
        <translation>输出占用内存</translation>
    </message>
    <message>
        <source>Receptive field</source>
        <translation>感受野</translation>
    </message>
</context>
<context>
    <name>NetworkLayers</name>
    <message>
        <source>Input, before it is enlarged</source>
        <translation>放大前的输入</translation>
    </message>
</context>
<context>
    <name>NetworkPage</name>
    <message>
        <source>{complaint} Until then an untrained AlexNet stands in: train one, or pick a run.</source>
        <translation>{complaint} 在此之前以未经训练的 AlexNet 代替：请训练一个网络，或选择一条训练记录。</translation>
    </message>
    <message>
        <source>Compare with {network}</source>
        <translation>与 {network} 比较</translation>
    </message>
    <message>
        <source>{network} is drawn to compare with; pick a run of it to see its maps.</source>
        <translation>画出 {network} 仅供比较；选择它的训练记录即可查看特征图。</translation>
    </message>
    <message>
        <source>The picture could not be written to {file}.</source>
        <translation>图片无法写入 {file}。</translation>
    </message>
    <message>
        <source>Saved {file}</source>
        <translation>已保存 {file}</translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation>保存图片</translation>
    </message>
    <message>
        <source>PNG pictures (*.png)</source>
        <translation>PNG 图片 (*.png)</translation>
    </message>
    <message>
        <source>Network:</source>
        <translation>网络：</translation>
    </message>
    <message>
        <source>The network that is shown</source>
        <translation>当前显示的网络</translation>
    </message>
    <message>
        <source>The network as volumes: arrows walk the layers, Enter opens one</source>
        <translation>以立方体表示的网络：用方向键在各层间移动，按 Enter 打开</translation>
    </message>
    <message>
        <source>Sides to scale; {channels} channels as deep as one pixel; dense layers by the root of their values.</source>
        <translation>边长按比例绘制；{channels} 个通道的厚度相当于一个像素；全连接层按数值个数的平方根绘制。</translation>
    </message>
</context>
<context>
    <name>NetworkPicker</name>
    <message>
        <source>Demo network</source>
        <translation>演示网络</translation>
    </message>
    <message>
        <source>The network in training</source>
        <translation>正在训练的网络</translation>
    </message>
    <message>
        <source>{run} – best</source>
        <translation>{run} – 最佳</translation>
    </message>
    <message>
        <source>{run} – last</source>
        <translation>{run} – 最后</translation>
    </message>
    <message>
        <source>A file of weights…</source>
        <translation>权重文件…</translation>
    </message>
    <message>
        <source>Open weights</source>
        <translation>打开权重文件</translation>
    </message>
    <message>
        <source>Weights (*.safetensors *.pt *.pth)</source>
        <translation>权重 (*.safetensors *.pt *.pth)</translation>
    </message>
</context>
<context>
    <name>NetworkViews</name>
    <message>
        <source>Feature maps</source>
        <translation>特征图</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>滤波器</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单元</translation>
    </message>
    <message>
        <source>Arithmetic</source>
        <translation>算式</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Embedding</source>
        <translation>嵌入</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>What is shown below the figure</source>
        <translation>图下方显示的内容</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>{name} is not the folder of a run: it has no metrics.jsonl and no recipe.toml.</source>
        <translation>{name} 不是训练记录的文件夹：其中没有 metrics.jsonl，也没有 recipe.toml。</translation>
    </message>
    <message>
        <source>A run goes on. Stop it first, or compare {name} with it on the Runs page.</source>
        <translation>训练正在进行。请先停止，或在“训练记录”页面与 {name} 比较。</translation>
    </message>
    <message>
        <source>There is no picture to paste.</source>
        <translation>没有可粘贴的图片。</translation>
    </message>
    <message>
        <source>Nothing is downloaded here: save the picture first, then drop the file.</source>
        <translation>本程序不下载任何内容：请先保存图片，再把文件拖进来。</translation>
    </message>
    <message>
        <source>Show the run {name}</source>
        <translation>显示训练记录 {name}</translation>
    </message>
    <message>
        <source>Classify {name}</source>
        <translation>分类 {name}</translation>
    </message>
    <message>
        <source>Classify this picture</source>
        <translation>分类这张图片</translation>
    </message>
</context>
<context>
    <name>PatchDisplay</name>
    <message>
        <source>Patch</source>
        <translation>图块</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>卷积核</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>乘积</translation>
    </message>
    <message>
        <source>Sum of these products: {sum}</source>
        <translation>这些乘积之和：{sum}</translation>
    </message>
    <message>
        <source>Padding, beyond the edge of the map: {equation}</source>
        <translation>填充，在特征图边缘之外：{equation}</translation>
    </message>
    <message>
        <source>Row {row}, column {column} of the input: {equation}</source>
        <translation>输入的行 {row}，列 {column}：{equation}</translation>
    </message>
    <message>
        <source>a double click shows where it comes from</source>
        <translation>双击查看它从哪里来</translation>
    </message>
    <message>
        <source>The patch that the unit sees</source>
        <translation>该单元看到的图块</translation>
    </message>
    <message>
        <source>The kernel</source>
        <translation>卷积核</translation>
    </message>
    <message>
        <source>Patch × kernel</source>
        <translation>图块 × 卷积核</translation>
    </message>
</context>
<context>
    <name>PinPicker</name>
    <message>
        <source>Test picture number</source>
        <translation>测试图片编号</translation>
    </message>
    <message>
        <source>Open a picture…</source>
        <translation>打开图片…</translation>
    </message>
    <message>
        <source>Open a picture</source>
        <translation>打开图片</translation>
    </message>
    <message>
        <source>Picture:</source>
        <translation>图片：</translation>
    </message>
    <message>
        <source>The picture that goes through the network</source>
        <translation>输入网络的图片</translation>
    </message>
    <message>
        <source>Number of the test picture</source>
        <translation>测试图片的编号</translation>
    </message>
    <message>
        <source>Which of the {count} test pictures of Fashion-MNIST</source>
        <translation>Fashion-MNIST 的 {count} 张测试图片中的哪一张</translation>
    </message>
</context>
<context>
    <name>PlotHeader</name>
    <message>
        <source>train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>best</source>
        <translation>最佳</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Show the whole run and follow it (double click, or 0)</source>
        <translation>显示整个训练过程并持续跟随（双击，或按 0）</translation>
    </message>
</context>
<context>
    <name>QueueDialog</name>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>Recipes that wait</source>
        <translation>等待中的训练方案</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Add sweep</source>
        <translation>添加扫描</translation>
    </message>
    <message>
        <source>Field of the recipe</source>
        <translation>训练方案的字段</translation>
    </message>
    <message>
        <source>Its values, with commas between</source>
        <translation>它的取值，以逗号分隔</translation>
    </message>
    <message>
        <source>values, with commas between</source>
        <translation>取值，以逗号分隔</translation>
    </message>
    <message>
        <source>A sweep: the window&apos;s recipe with every combination of these values</source>
        <translation>扫描：窗口中的训练方案，取这些值的所有组合</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Rest</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Nothing waits. “Add to queue” in the menu Run puts the window&apos;s recipe here.</source>
        <translation>队列为空。“训练”菜单中的“加入队列”会把窗口中的训练方案放到这里。</translation>
    </message>
    <message>
        <source>The next of these begins when the run that goes on has ended.</source>
        <translation>当前训练结束后，将开始其中的下一个。</translation>
    </message>
    <message>
        <source>The queue rests; it is kept when the window is closed.</source>
        <translation>队列已暂停；关闭窗口后仍会保留。</translation>
    </message>
    <message numerus="yes">
        <source>Add %Ln run(s)</source>
        <translation>
            <numerusform>添加 %Ln 次训练</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QueueRunner</name>
    <message>
        <source>The run failed, the next of the queue begins: {why}</source>
        <translation>训练失败，开始队列中的下一个：{why}</translation>
    </message>
    <message>
        <source>From the queue: {title}.</source>
        <translation>来自队列：{title}。</translation>
    </message>
</context>
<context>
    <name>RateDialog</name>
    <message>
        <source>From the next step on, around which a schedule goes on. It is marked on the curves.</source>
        <translation>从下一步起生效，学习率计划以它为准；曲线上会标出。</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Change the learning rate</source>
        <translation>更改学习率</translation>
    </message>
</context>
<context>
    <name>RateFinder</name>
    <message>
        <source>Find a learning rate</source>
        <translation>寻找学习率</translation>
    </message>
    <message>
        <source>The rate rises from step to step until the loss explodes; nothing of it is kept.</source>
        <translation>学习率逐步升高，直到损失发散；过程中的结果都不会保留。</translation>
    </message>
    <message>
        <source>Loss over learning rate</source>
        <translation>损失随学习率的变化</translation>
    </message>
    <message>
        <source>Reading {data}…</source>
        <translation>正在读取 {data}…</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>采用</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Step {step} of {steps}, learning rate {rate}, loss {loss}.</source>
        <translation>第 {step}/{steps} 步，学习率 {rate}，损失 {loss}。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>No rate lowered the loss: try another initialisation or a larger batch.</source>
        <translation>没有任何学习率能降低损失：请换一种初始化方式或增大批量。</translation>
    </message>
    <message>
        <source>Suggested: {rate}, in the middle of where the loss falls. The recipe has {now}.</source>
        <translation>建议值：{rate}，位于损失下降区间的中部。当前方案为 {now}。</translation>
    </message>
</context>
<context>
    <name>Recipe</name>
    <message>
        <source>{name} is not here yet. In a terminal: {command}</source>
        <translation>{name} 尚未下载。请在终端中运行：{command}</translation>
    </message>
    <message>
        <source>There is no folder {name}. Choose another one.</source>
        <translation>文件夹 {name} 不存在，请另选一个。</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Regularisation</source>
        <translation>正则化</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>计算环境</translation>
    </message>
    <message>
        <source>Data set</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>数量上限</translation>
    </message>
    <message>
        <source>Augmentation</source>
        <translation>数据增强</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>增强强度</translation>
    </message>
    <message>
        <source>Weigh classes</source>
        <translation>类别加权</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>激活函数</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>随机失活</translation>
    </message>
    <message>
        <source>Batch normalisation</source>
        <translation>批归一化</translation>
    </message>
    <message>
        <source>Initialisation</source>
        <translation>初始化</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>轮数</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>批量大小</translation>
    </message>
    <message>
        <source>Optimiser</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>学习率策略</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>动量</translation>
    </message>
    <message>
        <source>Warm-up</source>
        <translation>预热</translation>
    </message>
    <message>
        <source>Drop every</source>
        <translation>衰减间隔</translation>
    </message>
    <message>
        <source>Drop to</source>
        <translation>衰减系数</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>权重衰减</translation>
    </message>
    <message>
        <source>Label smoothing</source>
        <translation>标签平滑</translation>
    </message>
    <message>
        <source>Clip gradient</source>
        <translation>梯度裁剪</translation>
    </message>
    <message>
        <source>Average weights</source>
        <translation>权重平均</translation>
    </message>
    <message>
        <source>Patience</source>
        <translation>早停耐心值</translation>
    </message>
    <message>
        <source>Test views</source>
        <translation>测试视图</translation>
    </message>
    <message>
        <source>Parts of a batch</source>
        <translation>批次拆分</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精度</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>pictures</source>
        <translation>张</translation>
    </message>
    <message>
        <source>epochs</source>
        <translation>轮</translation>
    </message>
    <message>
        <source>fashion-mnist, a known set that was downloaded, or a folder with one sub-folder of pictures a class.</source>
        <translation>fashion-mnist、已下载的知名数据集，或一个文件夹（每个类别一个图片子文件夹）。</translation>
    </message>
    <message>
        <source>At most so many training and so many test pictures, balanced over the classes. Fewer is quicker.</source>
        <translation>训练图片和测试图片各自最多使用的数量，各类别均衡。数量越少，训练越快。</translation>
    </message>
    <message>
        <source>AlexNet, or the older, smaller LeNet to compare.</source>
        <translation>AlexNet，或用来比较的、更早更小的 LeNet。</translation>
    </message>
    <message>
        <source>The default is ReLU for AlexNet and sigmoid for LeNet. A deep network of sigmoids hardly learns.</source>
        <translation>AlexNet 默认使用 ReLU，LeNet 默认使用 Sigmoid。深层网络若使用 Sigmoid，几乎学不到东西。</translation>
    </message>
    <message>
        <source>Share of the hidden units silenced at random in each step. More of it over-fits less and learns slower.</source>
        <translation>Dropout（随机失活）：每一步中随机置零的隐藏单元所占的比例。比例越大，过拟合越轻，学习越慢。</translation>
    </message>
    <message>
        <source>How often the network sees every training picture.</source>
        <translation>网络把每张训练图片看多少遍。</translation>
    </message>
    <message>
        <source>Pictures in one step. Larger needs more memory; if memory runs out, lower this.</source>
        <translation>一步中使用的图片数量。越大占用内存越多；内存不足时请调小。</translation>
    </message>
    <message>
        <source>Size of each change. If the loss becomes NaN or stays at the start, lower this.</source>
        <translation>每次更新的幅度。如果损失变成 NaN 或停留在初始值，请调小。</translation>
    </message>
    <message>
        <source>Random changes of each training picture, so that none is ever seen twice alike. Eases over-fitting.</source>
        <translation>对每张训练图片做随机变换，使网络每次看到的都不相同。可减轻过拟合。</translation>
    </message>
    <message>
        <source>Split seed</source>
        <translation>划分种子</translation>
    </message>
    <message>
        <source>Which fifth of a folder&apos;s pictures is the test split, where it has no train/ and test/ of its own.</source>
        <translation>文件夹没有自带 train/ 和 test/ 时，决定取其中哪五分之一图片作为测试集。</translation>
    </message>
    <message>
        <source>How far the random changes go: 0.5 is half as far, 2 twice. Too far, and training becomes hard.</source>
        <translation>随机变换的幅度：0.5 为一半，2 为两倍。幅度过大会使训练变得困难。</translation>
    </message>
    <message>
        <source>Let a picture of a rare class count for more. Helps where classes have very different sizes.</source>
        <translation>让稀少类别的图片权重更大。适用于各类别图片数量相差悬殊的情况。</translation>
    </message>
    <message>
        <source>Keeps what each convolution of AlexNet puts out at one scale. Learns faster and bears larger rates.</source>
        <translation>把 AlexNet 每个卷积层的输出保持在同一尺度。学习更快，也能承受更大的学习率。</translation>
    </message>
    <message>
        <source>How the first weights are drawn: Kaiming suits ReLU, Xavier sigmoid and tanh, paper is that of 2012.</source>
        <translation>初始权重的抽取方式：Kaiming 适合 ReLU，Xavier 适合 Sigmoid 和 Tanh，“论文”即 2012 年 AlexNet 论文中的方式。</translation>
    </message>
    <message>
        <source>How the gradient becomes a change of the weights. Muon is for convolutions; the rest then gets AdamW.</source>
        <translation>如何由梯度更新权重。Muon 用于卷积层，其余参数则使用 AdamW。</translation>
    </message>
    <message>
        <source>How much of the last change SGD and Muon keep. Adam has its own.</source>
        <translation>SGD 和 Muon 保留上一次更新的比例。Adam 有自己的动量。</translation>
    </message>
    <message>
        <source>How the learning rate moves over the run: it stays, drops in steps, falls to zero, or rises and falls.</source>
        <translation>学习率在训练过程中如何变化：保持不变、阶梯式下降、逐渐降到零，或先升后降。</translation>
    </message>
    <message>
        <source>So long the learning rate rises first. If the loss jumps at the start, raise this.</source>
        <translation>学习率在开始时逐渐上升的时长。如果损失在开始时剧烈跳动，请调大。</translation>
    </message>
    <message>
        <source>For the schedule in steps: after so many epochs the learning rate drops.</source>
        <translation>用于阶梯式策略：每隔多少轮降低一次学习率。</translation>
    </message>
    <message>
        <source>For the schedule in steps: what is left of the learning rate after each drop.</source>
        <translation>用于阶梯式策略：每次降低时学习率乘以的系数。</translation>
    </message>
    <message>
        <source>Pulls every weight towards zero in each step. A little of it eases over-fitting.</source>
        <translation>每一步都把所有权重拉向零。少量使用可减轻过拟合。</translation>
    </message>
    <message>
        <source>Share of the target given to all classes alike, so that the network does not grow too sure of itself.</source>
        <translation>从目标概率中平均分给所有类别的比例，使网络不至于过度自信。</translation>
    </message>
    <message>
        <source>A gradient longer than this is shortened to it; 0 clips nothing. If the loss explodes, try 1.</source>
        <translation>梯度的范数超过此值时会被缩短到此值；0 表示不裁剪。如果损失爆炸，可以试试 1。</translation>
    </message>
    <message>
        <source>Tests and keeps a moving average of the weights: 0.999 averages about 1,000 steps, 0 none.</source>
        <translation>测试并保存权重的指数移动平均（EMA）：0.999 约对最近 1,000 步取平均，0 表示不平均。</translation>
    </message>
    <message>
        <source>Ends the run when the test accuracy has not risen for so many epochs; 0 never does.</source>
        <translation>测试准确率连续多少轮没有提高就提前结束训练（早停）；0 表示从不提前结束。</translation>
    </message>
    <message>
        <source>Test each picture once, or as in 2012 in ten views, their answers averaged: better, ten times slower.</source>
        <translation>每张图片测试一次，或像 2012 年论文那样裁剪出十个视图并对结果取平均：更准确，但慢十倍。</translation>
    </message>
    <message>
        <source>Work through each batch in so many parts: the same effective batch in less memory, a little slower.</source>
        <translation>把每个批次拆成多少份依次计算（梯度累积）：等效批次不变，占用内存更少，但稍慢。</translation>
    </message>
    <message>
        <source>auto, cpu, cuda:0, mps or xpu; auto takes the fastest there is.</source>
        <translation>auto、cpu、cuda:0、mps 或 xpu；auto 会选用最快的设备。</translation>
    </message>
    <message>
        <source>bf16 is about twice as fast where the machine has it; auto tests once whether it is so here.</source>
        <translation>在支持 bf16 的机器上，bf16 大约快一倍；auto 会在本机上测试一次。</translation>
    </message>
    <message>
        <source>The same seed on the same machine gives the same run.</source>
        <translation>在同一台机器上，相同的种子会得到相同的训练结果。</translation>
    </message>
    <message>
        <source>Fashion-MNIST</source>
        <translation>Fashion-MNIST</translation>
    </message>
    <message>
        <source>Flip</source>
        <translation>翻转</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>平移</translation>
    </message>
    <message>
        <source>Crop</source>
        <translation>裁剪</translation>
    </message>
    <message>
        <source>Rotate</source>
        <translation>旋转</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>PCA colour</source>
        <translation>PCA 颜色</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>擦除</translation>
    </message>
    <message>
        <source>AlexNet</source>
        <translation>AlexNet</translation>
    </message>
    <message>
        <source>LeNet</source>
        <translation>LeNet</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>默认</translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation>ReLU</translation>
    </message>
    <message>
        <source>Sigmoid</source>
        <translation>Sigmoid</translation>
    </message>
    <message>
        <source>Tanh</source>
        <translation>Tanh</translation>
    </message>
    <message>
        <source>Kaiming</source>
        <translation>Kaiming</translation>
    </message>
    <message>
        <source>Xavier</source>
        <translation>Xavier</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>论文</translation>
    </message>
    <message>
        <source>Adam</source>
        <translation>Adam</translation>
    </message>
    <message>
        <source>AdamW</source>
        <translation>AdamW</translation>
    </message>
    <message>
        <source>SGD</source>
        <translation>SGD</translation>
    </message>
    <message>
        <source>Muon</source>
        <translation>Muon</translation>
    </message>
    <message>
        <source>Constant</source>
        <translation>恒定</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>阶梯</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>线性</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>余弦</translation>
    </message>
    <message>
        <source>One cycle</source>
        <translation>单周期</translation>
    </message>
    <message>
        <source>One</source>
        <translation>单视图</translation>
    </message>
    <message>
        <source>Ten-crop</source>
        <translation>十裁剪</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>fp32</source>
        <translation>fp32</translation>
    </message>
    <message>
        <source>bf16</source>
        <translation>bf16</translation>
    </message>
    <message>
        <source>fp16</source>
        <translation>fp16</translation>
    </message>
    <message>
        <source>AlexNet at its best in five epochs</source>
        <translation>AlexNet（五轮内的最佳效果）</translation>
    </message>
    <message>
        <source>AlexNet as in the book</source>
        <translation>AlexNet（书中设置）</translation>
    </message>
    <message>
        <source>AlexNet in one epoch</source>
        <translation>AlexNet（只训练一轮）</translation>
    </message>
    <message>
        <source>LeNet as in the book</source>
        <translation>LeNet（书中设置）</translation>
    </message>
    <message>
        <source>No effect: this data set has its own test pictures.</source>
        <translation>不起作用：该数据集自带测试图片。</translation>
    </message>
    <message>
        <source>No effect: there is no augmentation.</source>
        <translation>不起作用：没有使用数据增强。</translation>
    </message>
    <message>
        <source>No effect: LeNet has none.</source>
        <translation>不起作用：LeNet 没有这一项。</translation>
    </message>
    <message>
        <source>No effect: only SGD and Muon take it.</source>
        <translation>不起作用：只有 SGD 和 Muon 使用动量。</translation>
    </message>
    <message>
        <source>No effect: the schedule has no steps.</source>
        <translation>不起作用：当前的学习率策略不是阶梯式。</translation>
    </message>
</context>
<context>
    <name>RecipeForm</name>
    <message>
        <source>changed</source>
        <translation>已修改</translation>
    </message>
    <message>
        <source>&amp;Preset</source>
        <translation>预设(&amp;P)</translation>
    </message>
    <message>
        <source>Recipes that ship with the program</source>
        <translation>程序自带的训练方案</translation>
    </message>
</context>
<context>
    <name>RecipePanel</name>
    <message>
        <source>The recipe of the run that goes on.</source>
        <translation>正在进行的训练所用的方案。</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>训练方案</translation>
    </message>
    <message>
        <source>Show or hide the recipe</source>
        <translation>显示或隐藏训练方案</translation>
    </message>
</context>
<context>
    <name>ReliabilityDiagram</name>
    <message>
        <source>where it is sure at {confidence}, {accuracy} are right, of {n}</source>
        <translation>置信度为 {confidence} 时，{n} 张中 {accuracy} 正确</translation>
    </message>
    <message>
        <source>right</source>
        <translation>正确率</translation>
    </message>
    <message>
        <source>how sure it is</source>
        <translation>置信度</translation>
    </message>
</context>
<context>
    <name>RemoteDialog</name>
    <message>
        <source>List its runs</source>
        <translation>列出其运行</translation>
    </message>
    <message>
        <source>ssh must reach it without a password: by a key, or a name in ~/.ssh/config.</source>
        <translation>ssh 必须无需密码即可连接：使用密钥，或 ~/.ssh/config 中的名称。</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>跟随</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Follow a run on another machine</source>
        <translation>跟随另一台机器上的运行</translation>
    </message>
    <message>
        <source>Asking {host} …</source>
        <translation>正在询问 {host}…</translation>
    </message>
    <message>
        <source>running</source>
        <translation>正在训练</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>已中断</translation>
    </message>
    <message>
        <source>There are no runs on {host}.</source>
        <translation>{host} 上没有运行。</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>机器</translation>
    </message>
    <message>
        <source>How alexnet is called there</source>
        <translation>那里的 alexnet 命令</translation>
    </message>
    <message>
        <source>A command of its shell, e.g. cd AlexNet-Studio &amp;&amp; uv run alexnet</source>
        <translation>其 shell 的命令，例如 cd AlexNet-Studio &amp;&amp; uv run alexnet</translation>
    </message>
    <message>
        <source>Runs on the machine</source>
        <translation>机器上的运行</translation>
    </message>
</context>
<context>
    <name>RemoteFollower</name>
    <message>
        <source>A run goes on. Stop it before you follow another one.</source>
        <translation>训练正在进行。请先停止它，再跟随另一个。</translation>
    </message>
    <message>
        <source>Connecting to {host} …</source>
        <translation>正在连接 {host}…</translation>
    </message>
    <message>
        <source>{sentence} It is tried again.</source>
        <translation>{sentence} 正在重试。</translation>
    </message>
</context>
<context>
    <name>ResultPanel</name>
    <message>
        <source>{size}, taken as it is</source>
        <translation>{size}，原样使用</translation>
    </message>
    <message>
        <source>Answered by {network}</source>
        <translation>由 {network} 给出</translation>
    </message>
    <message>
        <source>Orange speaks for {label}.</source>
        <translation>橙色处支持 {label}。</translation>
    </message>
    <message>
        <source>Grad-CAM finds nothing for {label}; Network shows other evidence.</source>
        <translation>Grad-CAM 没有找到支持 {label} 的依据；“网络”页显示其他依据。</translation>
    </message>
    <message>
        <source>What the network sees</source>
        <translation>网络看到的图片</translation>
    </message>
    <message>
        <source>Best guesses</source>
        <translation>最可能的类别</translation>
    </message>
    <message>
        <source>Prepare like the data set:</source>
        <translation>按数据集方式预处理：</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>总是</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>Prepare like the data set</source>
        <translation>按数据集方式预处理</translation>
    </message>
    <message>
        <source>Show in Network</source>
        <translation>在“网络”页面显示</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>为什么？</translation>
    </message>
    <message>
        <source>Shows which part of the picture speaks for the first guess (Grad-CAM); Network shows more evidence</source>
        <translation>显示图片的哪一部分支持第一猜测（Grad-CAM）；“网络”页显示更多依据</translation>
    </message>
    <message>
        <source>The picture</source>
        <translation>图片</translation>
    </message>
</context>
<context>
    <name>RunActions</name>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Train the network by the recipe (Ctrl+Return)</source>
        <translation>按训练方案训练网络（Ctrl+Return）</translation>
    </message>
    <message>
        <source>Rest between two steps, or go on (Space)</source>
        <translation>在两步之间暂停，或继续（空格）</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>End the run and save it; it can be resumed later</source>
        <translation>结束训练并保存；以后可以继续</translation>
    </message>
    <message>
        <source>Single step</source>
        <translation>单步执行</translation>
    </message>
    <message>
        <source>Save now</source>
        <translation>立即保存</translation>
    </message>
    <message>
        <source>Change learning rate…</source>
        <translation>更改学习率…</translation>
    </message>
    <message>
        <source>Stop after this epoch</source>
        <translation>本轮结束后停止</translation>
    </message>
    <message>
        <source>Find a learning rate…</source>
        <translation>寻找学习率…</translation>
    </message>
    <message>
        <source>Add to queue</source>
        <translation>加入队列</translation>
    </message>
    <message>
        <source>Queue…</source>
        <translation>队列…</translation>
    </message>
    <message>
        <source>The other process was told; it obeys after its present step.</source>
        <translation>已通知另一个进程；它会在当前这一步之后执行。</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Pausing…</source>
        <translation>正在暂停…</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message numerus="yes">
        <source>In the queue now; %Ln wait(s).</source>
        <translation>
            <numerusform>已加入队列；共有 %Ln 个等待。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RunColumns</name>
    <message>
        <source>running</source>
        <translation>正在训练</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>已中断</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>星标</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>轮数</translation>
    </message>
    <message>
        <source>Test accuracy</source>
        <translation>测试准确率</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>最佳</translation>
    </message>
    <message>
        <source>Test loss</source>
        <translation>测试损失</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>Images/s</source>
        <translation>张/秒</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>磁盘</translation>
    </message>
</context>
<context>
    <name>RunOut</name>
    <message>
        <source>Save the report</source>
        <translation>保存报告</translation>
    </message>
    <message>
        <source>Page for a browser (*.html)</source>
        <translation>浏览器页面 (*.html)</translation>
    </message>
    <message>
        <source>Folder of TensorBoard event files (*.tensorboard)</source>
        <translation>TensorBoard 事件文件的文件夹 (*.tensorboard)</translation>
    </message>
    <message>
        <source>Save the data of the run</source>
        <translation>保存运行的数据</translation>
    </message>
    <message>
        <source>Curves as a table (*.csv)</source>
        <translation>曲线数据表 (*.csv)</translation>
    </message>
    <message>
        <source>Writing {file}…</source>
        <translation>正在写入 {file}…</translation>
    </message>
    <message>
        <source>Saved as {file}.</source>
        <translation>已保存为 {file}。</translation>
    </message>
</context>
<context>
    <name>RunTableModel</name>
    <message>
        <source>with a star</source>
        <translation>已加星标</translation>
    </message>
    <message>
        <source>without a star</source>
        <translation>未加星标</translation>
    </message>
</context>
<context>
    <name>RunsActions</name>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Show the curves of the run (Return)</source>
        <translation>显示这条训练记录的曲线（回车）</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Go on after the last checkpoint</source>
        <translation>从最后一个检查点继续</translation>
    </message>
    <message>
        <source>Duplicate recipe</source>
        <translation>复制训练方案</translation>
    </message>
    <message>
        <source>Put the recipe of the run into the form, to change it or to train it anew (Ctrl+D)</source>
        <translation>把这次训练的训练方案放入表单，以便修改或重新训练（Ctrl+D）</translation>
    </message>
    <message>
        <source>Report…</source>
        <translation>报告…</translation>
    </message>
    <message>
        <source>Save the run as one page, and open it in the browser</source>
        <translation>把运行保存为一个页面，并在浏览器中打开</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>星标</translation>
    </message>
    <message>
        <source>Mark the selected runs with a star, or take it away (Ctrl+B)</source>
        <translation>为所选训练记录加上或去掉星标（Ctrl+B）</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Give the run another title (F2)</source>
        <translation>修改训练记录的标题（F2）</translation>
    </message>
    <message>
        <source>Edit tags</source>
        <translation>编辑标签</translation>
    </message>
    <message>
        <source>Words by which the run is found, with commas between them</source>
        <translation>用来查找训练记录的词语，以逗号分隔</translation>
    </message>
    <message>
        <source>Save data…</source>
        <translation>保存数据…</translation>
    </message>
    <message>
        <source>Save the curves of the run for other programs</source>
        <translation>保存运行的曲线，供其他程序使用</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Open the folder of the run</source>
        <translation>打开训练记录所在的文件夹</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Delete the selected runs; it can be undone (Delete)</source>
        <translation>删除选中的训练记录；可以撤销（Delete）</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Take back the last change of runs (Ctrl+Z)</source>
        <translation>撤销对训练记录的上一次更改（Ctrl+Z）</translation>
    </message>
</context>
<context>
    <name>RunsColumns</name>
    <message>
        <source>Recipe</source>
        <translation>训练方案</translation>
    </message>
    <message>
        <source>The usual columns</source>
        <translation>常用的列</translation>
    </message>
</context>
<context>
    <name>RunsComparison</name>
    <message>
        <source>epochs</source>
        <translation>轮</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>步</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>小时</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>秒</translation>
    </message>
    <message numerus="yes">
        <source>The first %Ln of the selected runs are drawn.</source>
        <translation>
            <numerusform>只绘制所选训练记录中的前 %Ln 条。</numerusform>
        </translation>
    </message>
    <message>
        <source>Select several runs to compare them.</source>
        <translation>选择多条训练记录即可比较。</translation>
    </message>
    <message>
        <source>These runs have the same recipe.</source>
        <translation>这些训练记录的训练方案相同。</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>轮数</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>Unit of the horizontal axis</source>
        <translation>横轴的单位</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Cross-entropy</source>
        <translation>交叉熵</translation>
    </message>
    <message>
        <source>Pictures named rightly</source>
        <translation>分类正确的图片</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>comparison</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>Measure of the curves</source>
        <translation>曲线的指标</translation>
    </message>
    <message>
        <source>Log loss</source>
        <translation>对数损失</translation>
    </message>
    <message>
        <source>A logarithmic axis for the loss</source>
        <translation>损失使用对数坐标轴</translation>
    </message>
    <message>
        <source>Curves of the selected runs</source>
        <translation>所选训练记录的曲线</translation>
    </message>
    <message>
        <source>Smoothed training curves; evaluations on the test pictures are points</source>
        <translation>平滑后的训练曲线；圆点为测试集上的评估</translation>
    </message>
    <message>
        <source>The runs that are drawn, and in what their recipes differ</source>
        <translation>所绘制的训练记录及其训练方案的差异</translation>
    </message>
</context>
<context>
    <name>RunsNotes</name>
    <message>
        <source>Notes</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Notes of the selected run</source>
        <translation>所选训练记录的备注</translation>
    </message>
    <message>
        <source>What was this run for?</source>
        <translation>这次训练的目的是什么？</translation>
    </message>
</context>
<context>
    <name>RunsPage</name>
    <message>
        <source>A run goes on. Stop it before you open another one.</source>
        <translation>训练正在进行。请先停止，再打开另一条训练记录。</translation>
    </message>
    <message>
        <source>The recipe of “{title}” is in the form.</source>
        <translation>“{title}”的训练方案已放入表单。</translation>
    </message>
    <message>
        <source>No file manager opens {folder}.</source>
        <translation>没有可以打开 {folder} 的文件管理器。</translation>
    </message>
    <message>
        <source>Deleted “{title}”.</source>
        <translation>已删除“{title}”。</translation>
    </message>
    <message numerus="yes">
        <source>Deleted %Ln run(s).</source>
        <translation>
            <numerusform>已删除 %Ln 条训练记录。</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message numerus="yes">
        <source>%Ln run(s), {size}</source>
        <translation>
            <numerusform>%Ln 条训练记录，{size}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln found</source>
        <translation>
            <numerusform>找到 %Ln 条</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected, {size}</source>
        <translation>
            <numerusform>选中 %Ln 条，{size}</numerusform>
        </translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>训练记录</translation>
    </message>
    <message>
        <source>No runs yet</source>
        <translation>还没有训练记录</translation>
    </message>
    <message>
        <source>Every training is kept here with its curves and weights: to open, resume, rename or delete.</source>
        <translation>每次训练都连同曲线和权重保存在这里，可以打开、继续、重命名或删除。</translation>
    </message>
    <message>
        <source>Go to Train</source>
        <translation>前往“训练”页面</translation>
    </message>
</context>
<context>
    <name>RunsSection</name>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Choose the folder of runs</source>
        <translation>选择训练记录文件夹</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open the folder of runs</source>
        <translation>打开训练记录文件夹</translation>
    </message>
    <message>
        <source>New runs are kept here, each in a folder of its own. Older runs stay where they are.</source>
        <translation>新的训练记录保存在这里，各有自己的文件夹。旧的记录留在原处。</translation>
    </message>
    <message>
        <source>Runs cannot be kept in {folder}: {reason}. The folder of before stays.</source>
        <translation>无法把训练记录保存到 {folder}：{reason}。仍使用原来的文件夹。</translation>
    </message>
</context>
<context>
    <name>RunsToolbar</name>
    <message>
        <source>Search the runs</source>
        <translation>搜索训练记录</translation>
    </message>
    <message>
        <source>Words of the title, the tags, the notes and the recipe, such as lr=0.01</source>
        <translation>标题、标签、备注和训练方案中的词语，例如 lr=0.01</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Choose the columns of the table</source>
        <translation>选择表格的列</translation>
    </message>
</context>
<context>
    <name>SeriesPlot</name>
    <message>
        <source>nothing is recorded yet</source>
        <translation>尚无记录</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>{low} 至 {high}</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Training and classifying</source>
        <translation>训练与分类</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>训练记录</translation>
    </message>
    <message>
        <source>Nothing leaves your computer: pictures, runs and networks stay on it.</source>
        <translation>任何数据都不会离开您的电脑：图片、训练记录和网络都留在本机。</translation>
    </message>
</context>
<context>
    <name>SourceControl</name>
    <message>
        <source>Choose a folder of pictures</source>
        <translation>选择图片文件夹</translation>
    </message>
    <message>
        <source>Choose a folder with one sub-folder of pictures a class</source>
        <translation>选择一个文件夹，其中每个类别的图片各有一个子文件夹</translation>
    </message>
</context>
<context>
    <name>SpreadMap</name>
    <message>
        <source>{low} to {high}</source>
        <translation>{low} 至 {high}</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Epoch {now}/{all}</source>
        <translation>第 {now}/{all} 轮</translation>
    </message>
    <message>
        <source>loss {value}</source>
        <translation>损失 {value}</translation>
    </message>
    <message>
        <source>accuracy {value}</source>
        <translation>准确率 {value}</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>剩余 {time}</translation>
    </message>
    <message>
        <source>Progress of the run</source>
        <translation>训练进度</translation>
    </message>
    <message>
        <source>Cross-entropy on training pictures, mean of the last {n} steps</source>
        <translation>训练图片上的交叉熵，最近 {n} 步的平均值</translation>
    </message>
    <message>
        <source>On training pictures, mean of the last {n} steps</source>
        <translation>训练图片上，最近 {n} 步的平均值</translation>
    </message>
    <message>
        <source>Memory that AlexNet Studio takes</source>
        <translation>AlexNet Studio 占用的内存</translation>
    </message>
    <message>
        <source>Ended early</source>
        <translation>提前结束</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>Preparing…</source>
        <translation>正在准备…</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>正在训练</translation>
    </message>
    <message>
        <source>Pausing…</source>
        <translation>正在暂停…</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
</context>
<context>
    <name>StepPlayer</name>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>单步</translation>
    </message>
    <message>
        <source>The next thing that is added or done; from the last one back to the first</source>
        <translation>下一个相加项或运算；最后一个之后回到第一个</translation>
    </message>
    <message>
        <source>Walk through all of it</source>
        <translation>依次演示全部</translation>
    </message>
    <message>
        <source>Which step of the arithmetic is shown</source>
        <translation>显示算式的哪一步</translation>
    </message>
</context>
<context>
    <name>StepPlot</name>
    <message>
        <source>epoch {number}</source>
        <translation>{number} 轮</translation>
    </message>
    <message>
        <source>step {number}</source>
        <translation>第 {number} 步</translation>
    </message>
</context>
<context>
    <name>TermsTable</name>
    <message>
        <source>the other {count} inputs</source>
        <translation>其余 {count} 个输入</translation>
    </message>
    <message>
        <source>bias</source>
        <translation>偏置</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>乘积</translation>
    </message>
    <message>
        <source>Sum so far</source>
        <translation>累计</translation>
    </message>
    <message>
        <source>What is added, the strongest first</source>
        <translation>相加的各项，最强的在前</translation>
    </message>
    <message>
        <source>Double click or Enter: where this value comes from</source>
        <translation>双击或回车：这个值从哪里来</translation>
    </message>
</context>
<context>
    <name>Toolbar</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Add to queue</source>
        <translation>加入队列</translation>
    </message>
    <message>
        <source>Train the recipe after what goes on and what waits (Ctrl+Shift+Return)</source>
        <translation>在当前训练和等待的训练方案之后训练此训练方案 (Ctrl+Shift+Return)</translation>
    </message>
</context>
<context>
    <name>TrainCurves</name>
    <message>
        <source>Cross-entropy</source>
        <translation>交叉熵</translation>
    </message>
    <message>
        <source>Pictures named rightly</source>
        <translation>分类正确的图片</translation>
    </message>
    <message>
        <source>Share of the weights’ length</source>
        <translation>占权重范数的比例</translation>
    </message>
    <message>
        <source>rate {value}</source>
        <translation>学习率 {value}</translation>
    </message>
    <message>
        <source>{value} parts</source>
        <translation>{value} 份</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Images per second</source>
        <translation>每秒图片数</translation>
    </message>
    <message>
        <source>Gradient norm</source>
        <translation>梯度范数</translation>
    </message>
    <message>
        <source>Weight update</source>
        <translation>权重更新</translation>
    </message>
    <message>
        <source>Dead units</source>
        <translation>失活单元</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>处理器</translation>
    </message>
    <message>
        <source>Memory (GB)</source>
        <translation>内存 (GB)</translation>
    </message>
    <message>
        <source>GPU</source>
        <translation>GPU</translation>
    </message>
    <message>
        <source>GPU memory (GB)</source>
        <translation>显存 (GB)</translation>
    </message>
    <message>
        <source>How long the gradient is before it is clipped; it should neither vanish nor explode</source>
        <translation>裁剪之前梯度的长度；既不应消失，也不应爆炸</translation>
    </message>
    <message>
        <source>How far a step moves each layer’s weights, as a share of their length; about 0.001 is usual</source>
        <translation>一步使各层权重移动多远，以其范数的比例计；通常约为 0.001</translation>
    </message>
    <message>
        <source>Units of each layer whose output is 0 for all pictures looked at: they do not learn</source>
        <translation>各层中对所看的全部图片输出都为 0 的单元：它们学不到东西</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>What is drawn; the last one chosen comes last</source>
        <translation>要绘制的内容；最后选中的排在最后</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>轮</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步</translation>
    </message>
    <message>
        <source>Unit of the horizontal axis</source>
        <translation>横轴的单位</translation>
    </message>
    <message>
        <source>Log loss axis</source>
        <translation>损失取对数坐标</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>平滑</translation>
    </message>
    <message>
        <source>Weight of the past in the smoothed curve; 0 shows the raw values</source>
        <translation>平滑曲线中历史数值的权重；0 表示显示原始值</translation>
    </message>
</context>
<context>
    <name>TrainDetails</name>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>各轮</translation>
    </message>
    <message>
        <source>Log of the run</source>
        <translation>训练日志</translation>
    </message>
    <message>
        <source>Figures of each epoch</source>
        <translation>各轮的数据</translation>
    </message>
</context>
<context>
    <name>TrainEnd</name>
    <message>
        <source>test accuracy</source>
        <translation>测试准确率</translation>
    </message>
    <message>
        <source>at best</source>
        <translation>最佳</translation>
    </message>
    <message>
        <source>time taken</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>Close the summary</source>
        <translation>关闭总结</translation>
    </message>
    <message>
        <source>at best, epoch {epoch}</source>
        <translation>最佳，第 {epoch} 轮</translation>
    </message>
    <message>
        <source>Try:</source>
        <translation>可以尝试：</translation>
    </message>
    <message>
        <source>In the recipe now: {change}. Train begins a new run by it.</source>
        <translation>训练方案已更改：{change}。点“训练”即按它开始新的训练。</translation>
    </message>
</context>
<context>
    <name>TrainEvaluations</name>
    <message>
        <source>Epoch {epoch} of {all} · {accuracy}</source>
        <translation>第 {epoch}/{all} 轮 · {accuracy}</translation>
    </message>
    <message>
        <source>This run kept only how many pictures were taken for which class, not which.</source>
        <translation>此运行只保留了各类别被认作何类的数量，没有保留具体图片。</translation>
    </message>
    <message>
        <source>At the end of each epoch the network sees all test pictures; what it took them for is shown here.</source>
        <translation>每轮结束时，网络会查看全部测试图片；这里显示它把图片认作了什么。</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>校准</translation>
    </message>
    <message>
        <source>What is shown of the evaluation</source>
        <translation>显示评估的哪些内容</translation>
    </message>
    <message>
        <source>Epoch of the evaluation</source>
        <translation>评估的轮次</translation>
    </message>
    <message>
        <source>Which evaluation is shown; at its end the slider follows the run</source>
        <translation>显示哪次评估；滑块在末端时跟随运行</translation>
    </message>
    <message>
        <source>Confusion matrix</source>
        <translation>混淆矩阵</translation>
    </message>
</context>
<context>
    <name>TrainLayers</name>
    <message>
        <source>Step {step} · look {number} of {count}</source>
        <translation>第 {step} 步 · 第 {number} 次查看，共 {count} 次</translation>
    </message>
    <message>
        <source>Now and then a step is looked into: how weights, gradients and activations of each layer spread.</source>
        <translation>每隔一段时间会查看一步：各层的权重、梯度和激活值如何分布。</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Step that was looked into</source>
        <translation>所查看的步</translation>
    </message>
    <message>
        <source>Which look is shown; at its end the slider follows the run</source>
        <translation>显示哪一次查看；滑块位于末端时跟随训练</translation>
    </message>
</context>
<context>
    <name>TrainPage</name>
    <message>
        <source>{n} parameters</source>
        <translation>{n} 个参数</translation>
    </message>
    <message>
        <source>The run failed.</source>
        <translation>训练失败。</translation>
    </message>
    <message>
        <source>This run stopped before its end. It can go on where it stopped.</source>
        <translation>这次训练没有完成就停止了，可以从停止处继续。</translation>
    </message>
    <message>
        <source>This run goes on in another process; it is shown, and can be steered, from here.</source>
        <translation>该训练在另一个进程中进行；可以在这里观察并控制它。</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Train again</source>
        <translation>再次训练</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>曲线</translation>
    </message>
    <message>
        <source>Evaluations</source>
        <translation>评估</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>层</translation>
    </message>
    <message>
        <source>What is shown of the run</source>
        <translation>显示运行的哪些内容</translation>
    </message>
    <message>
        <source>Watch a network learn</source>
        <translation>看网络如何学习</translation>
    </message>
    <message>
        <source>While it trains, its loss and accuracy draw themselves here, step by step and epoch by epoch.</source>
        <translation>训练时，损失和准确率会在这里逐步、逐轮地画出来。</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
</context>
<context>
    <name>UnitMade</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Make</source>
        <translation>生成</translation>
    </message>
    <message>
        <source>reaches {value}</source>
        <translation>达到 {value}</translation>
    </message>
    <message>
        <source>not made yet</source>
        <translation>尚未生成</translation>
    </message>
    <message>
        <source>Made for it by gradient ascent</source>
        <translation>用梯度上升为它生成</translation>
    </message>
    <message>
        <source>Starts from grey noise and climbs: each step changes the picture so that the unit is excited more; a little blur and decay keep it smooth. Of maps it is the unit in the middle.</source>
        <translation>从灰色噪声开始上升：每一步都改变图片，使该单元的激活更强；少许模糊与衰减使其保持平滑。对于特征图，取位于中间的单元。</translation>
    </message>
    <message>
        <source>The picture that gradient ascent made for the unit</source>
        <translation>梯度上升为该单元生成的图片</translation>
    </message>
    <message>
        <source>Progress of gradient ascent</source>
        <translation>梯度上升的进度</translation>
    </message>
</context>
<context>
    <name>UnitPlace</name>
    <message>
        <source>After {activation}</source>
        <translation>{activation} 之后</translation>
    </message>
    <message>
        <source>Feature map: arrows choose a value, Page Up and Page Down another channel</source>
        <translation>特征图：方向键选择一个值，Page Up 和 Page Down 换通道</translation>
    </message>
    <message>
        <source>Channel or unit</source>
        <translation>通道或单元</translation>
    </message>
    <message>
        <source>The values as the next layer gets them</source>
        <translation>下一层得到的数值</translation>
    </message>
    <message>
        <source>What the unit sees of the picture</source>
        <translation>该单元看到的图片部分</translation>
    </message>
    <message>
        <source>Channel:</source>
        <translation>通道：</translation>
    </message>
    <message>
        <source>Unit:</source>
        <translation>单元：</translation>
    </message>
</context>
<context>
    <name>UnitTiles</name>
    <message>
        <source>{done} of {total} test pictures</source>
        <translation>{total} 张测试图片中的 {done} 张</translation>
    </message>
    <message>
        <source>{total} test pictures</source>
        <translation>{total} 张测试图片</translation>
    </message>
    <message>
        <source>step {step}</source>
        <translation>第 {step} 步</translation>
    </message>
    <message>
        <source>⚠ silent: never above 0</source>
        <translation>⚠ 沉默：从不大于 0</translation>
    </message>
</context>
<context>
    <name>UnitView</name>
    <message>
        <source>The picture itself has no units: choose a layer in the figure.</source>
        <translation>图片本身没有单元：请在图中选择一个层。</translation>
    </message>
    <message>
        <source>Looking at pictures…</source>
        <translation>正在查看图片…</translation>
    </message>
    <message>
        <source>There are no test pictures.</source>
        <translation>没有测试图片。</translation>
    </message>
    <message>
        <source>No pictures were looked at.</source>
        <translation>没有查看任何图片。</translation>
    </message>
    <message>
        <source>Excite it most, up to {value}; a click pins one</source>
        <translation>最能激活它，最高 {value}；点击可固定一张</translation>
    </message>
    <message>
        <source>{name}, excites unit {unit} of {layer}</source>
        <translation>{name}，激活 {layer} 的单元 {unit}</translation>
    </message>
    <message>
        <source>of {count}</source>
        <translation>共 {count} 个</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单元</translation>
    </message>
    <message>
        <source>Look at</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>{count} pictures</source>
        <translation>{count} 张图片</translation>
    </message>
    <message>
        <source>How many test pictures are looked at</source>
        <translation>查看多少张测试图片</translation>
    </message>
    <message>
        <source>Number of the unit</source>
        <translation>单元编号</translation>
    </message>
    <message>
        <source>A channel of the maps, or a neuron; up and down walk through them</source>
        <translation>特征图的一个通道，或一个神经元；用上下键逐个查看</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>重新查看</translation>
    </message>
    <message>
        <source>Mean of its maximum, by class</source>
        <translation>各类别最大激活的平均值</translation>
    </message>
    <message>
        <source>The pictures that excite the unit most</source>
        <translation>最能激活该单元的图片</translation>
    </message>
    <message>
        <source>How much each class excites the unit</source>
        <translation>各类别对该单元的激活程度</translation>
    </message>
</context>
<context>
    <name>Waiting</name>
    <message>
        <source>Progress of reading</source>
        <translation>读取进度</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>重新读取</translation>
    </message>
</context>
<context>
    <name>WindowDisplay</name>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>a double click on a value shows where it comes from</source>
        <translation>双击一个值查看它从哪里来</translation>
    </message>
    <message>
        <source>The window that is pooled</source>
        <translation>被池化的窗口</translation>
    </message>
</context>
<context>
    <name>WorkDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>_Counted</name>
    <message numerus="yes">
        <source>%Ln epoch(s)</source>
        <translation>
            <numerusform>%Ln 轮</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Spreading</name>
    <message>
        <source>{title} over the run, {layer}</source>
        <translation>整个训练过程的{title}，{layer}</translation>
    </message>
</context>
<context>
    <name>advice</name>
    <message>
        <source>All epochs are done.</source>
        <translation>所有轮次均已完成。</translation>
    </message>
    <message>
        <source>The test accuracy had not risen for {epochs} epochs.</source>
        <translation>测试准确率已连续 {epochs} 轮没有提高。</translation>
    </message>
    <message>
        <source>It was stopped.</source>
        <translation>已手动停止。</translation>
    </message>
    <message>
        <source>It failed.</source>
        <translation>训练失败。</translation>
    </message>
    <message>
        <source>The loss burst: a learning rate of {lr} is too high here.</source>
        <translation>损失爆炸：学习率 {lr} 在这里太高。</translation>
    </message>
    <message>
        <source>It learnt next to nothing: the loss is {loss}, and guessing has {guessing}.</source>
        <translation>几乎没有学到东西：损失为 {loss}，随机猜测为 {guessing}。</translation>
    </message>
    <message>
        <source>It over-fits: {train} of the training pictures are named rightly, {test} of the test pictures, and the test loss rises since epoch {epoch}.</source>
        <translation>过拟合：训练图片的准确率为 {train}，测试图片为 {test}，且测试损失自第 {epoch} 轮起上升。</translation>
    </message>
    <message>
        <source>It is unsteady: in epoch {epoch} the test accuracy fell by {fall} points.</source>
        <translation>不稳定：第 {epoch} 轮测试准确率下降了 {fall} 个百分点。</translation>
    </message>
    <message>
        <source>It still rose: the last epoch brought {gain} points of test accuracy.</source>
        <translation>仍在提高：最后一轮的测试准确率提高了 {gain} 个百分点。</translation>
    </message>
    <message>
        <source>Its best weights, of epoch {epoch}, are kept and ready to use.</source>
        <translation>最佳权重（第 {epoch} 轮）已保存，可以使用。</translation>
    </message>
    <message>
        <source>Find a learning rate…</source>
        <translation>寻找学习率…</translation>
    </message>
    <message>
        <source>Classify with it</source>
        <translation>用它分类</translation>
    </message>
    <message>
        <source>Compare runs</source>
        <translation>比较训练</translation>
    </message>
    <message>
        <source>Train on to epoch {epochs}</source>
        <translation>继续训练到第 {epochs} 轮</translation>
    </message>
</context>
<context>
    <name>estimate</name>
    <message>
        <source>{size} memory</source>
        <translation>内存 {size}</translation>
    </message>
    <message>
        <source>{size} disk</source>
        <translation>磁盘 {size}</translation>
    </message>
    <message>
        <source>About {time}</source>
        <translation>约 {time}</translation>
    </message>
    <message>
        <source>Only {size} are free on the disk: make room before the first checkpoint.</source>
        <translation>磁盘只剩 {size}：请在保存第一个检查点之前腾出空间。</translation>
    </message>
    <message>
        <source>{free} of memory are free: each batch will be worked through in {parts} parts.</source>
        <translation>内存剩余 {free}：每个批次将分 {parts} 份处理。</translation>
    </message>
    <message>
        <source>Only {size} of memory are free: close other programs, or train LeNet.</source>
        <translation>内存只剩 {size}：请关闭其他程序，或改为训练 LeNet。</translation>
    </message>
    <message>
        <source>{train} training and {test} test pictures, {steps} steps an epoch</source>
        <translation>{train} 张训练图片，{test} 张测试图片，每轮 {steps} 步</translation>
    </message>
    <message>
        <source>Memory of a step beside the network and its data; {free} are free.</source>
        <translation>除网络和数据外，一步所需的内存；剩余 {free}。</translation>
    </message>
    <message>
        <source>A batch of {count} would fit.</source>
        <translation>批次大小最大可为 {count}。</translation>
    </message>
    <message>
        <source>Disk for the last, the best and the next checkpoint; {free} are free.</source>
        <translation>磁盘用于最新、最佳和下一个检查点；剩余 {free}。</translation>
    </message>
</context>
<context>
    <name>formatting</name>
    <message>
        <source>{rate} images/s</source>
        <translation>{rate} 张/秒</translation>
    </message>
    <message>
        <source>{s} s</source>
        <translation>{s} 秒</translation>
    </message>
    <message>
        <source>{min} min</source>
        <translation>{min} 分钟</translation>
    </message>
    <message>
        <source>{h} h {min} min</source>
        <translation>{h} 小时 {min} 分</translation>
    </message>
    <message>
        <source>{d} d {h} h</source>
        <translation>{d} 天 {h} 小时</translation>
    </message>
    <message>
        <source>Best device</source>
        <translation>最佳设备</translation>
    </message>
</context>
<context>
    <name>layer</name>
    <message>
        <source>convolution</source>
        <translation>卷积</translation>
    </message>
    <message>
        <source>fully connected</source>
        <translation>全连接</translation>
    </message>
    <message>
        <source>{dead} of {units} dead</source>
        <translation>{units} 个单元中 {dead} 个失活</translation>
    </message>
    <message>
        <source>{share} zeros</source>
        <translation>{share} 为零</translation>
    </message>
    <message>
        <source>gradient {value}</source>
        <translation>梯度 {value}</translation>
    </message>
    <message>
        <source>update {value}</source>
        <translation>更新 {value}</translation>
    </message>
</context>
<context>
    <name>pages</name>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Classify</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>训练记录</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
</context>
<context>
    <name>run</name>
    <message>
        <source>Started on {device} in {precision}: {parameters} parameters, {train} training, {test} test pictures.</source>
        <translation>在 {device} 上以 {precision} 精度开始：{parameters} 个参数，{train} 张训练图片，{test} 张测试图片。</translation>
    </message>
    <message>
        <source>Goes on after step {step} on {device} in {precision}.</source>
        <translation>在 {device} 上以 {precision} 精度从第 {step} 步之后继续。</translation>
    </message>
    <message>
        <source>Epoch {epoch} evaluated in {time}: test loss {loss}, test accuracy {accuracy}.</source>
        <translation>第 {epoch} 轮评估完毕，用时 {time}：测试损失 {loss}，测试准确率 {accuracy}。</translation>
    </message>
    <message>
        <source>Saved, the best so far: {path}.</source>
        <translation>已保存目前最佳的网络：{path}。</translation>
    </message>
    <message>
        <source>Saved: {path}.</source>
        <translation>已保存：{path}。</translation>
    </message>
    <message>
        <source>Done after step {step}.</source>
        <translation>第 {step} 步后完成。</translation>
    </message>
    <message>
        <source>Ended after step {step}: the test accuracy no longer rose.</source>
        <translation>第 {step} 步后提前结束：测试准确率不再提高。</translation>
    </message>
    <message>
        <source>Stopped after step {step}.</source>
        <translation>第 {step} 步后停止。</translation>
    </message>
    <message>
        <source>No run is shown.</source>
        <translation>未显示训练记录。</translation>
    </message>
    <message>
        <source>Reading the run…</source>
        <translation>正在读取训练记录…</translation>
    </message>
    <message>
        <source>Preparing: {done} of {total} pictures are read.</source>
        <translation>正在准备：已读取 {done} / {total} 张图片。</translation>
    </message>
    <message>
        <source>Stopping: the run has not begun yet.</source>
        <translation>正在停止：训练尚未开始。</translation>
    </message>
    <message>
        <source>Preparing: the data set is read and the network is built.</source>
        <translation>正在准备：读取数据集并构建网络。</translation>
    </message>
    <message>
        <source>Failed after step {step} of {steps}.</source>
        <translation>在第 {step}/{steps} 步后失败。</translation>
    </message>
    <message>
        <source>Ended in {time} after epoch {epoch} of {epochs}: the test accuracy no longer rose.</source>
        <translation>第 {epoch}/{epochs} 轮后提前结束，用时 {time}：测试准确率不再提高。</translation>
    </message>
    <message>
        <source>Done in {time}.</source>
        <translation>已完成，用时 {time}。</translation>
    </message>
    <message>
        <source>Stopped after step {step} of {steps}.</source>
        <translation>在第 {step}/{steps} 步后停止。</translation>
    </message>
    <message>
        <source>Will stop after this epoch.</source>
        <translation>将在本轮结束后停止。</translation>
    </message>
    <message>
        <source>processor {share}</source>
        <translation>处理器 {share}</translation>
    </message>
    <message>
        <source>memory {size}</source>
        <translation>内存 {size}</translation>
    </message>
    <message>
        <source>GPU {share}</source>
        <translation>GPU {share}</translation>
    </message>
    <message>
        <source>GPU memory {size}</source>
        <translation>显存 {size}</translation>
    </message>
    <message>
        <source>Learning rate {value} from step {step} on.</source>
        <translation>从第 {step} 步起学习率为 {value}。</translation>
    </message>
    <message>
        <source>Each batch in {count} parts from step {step} on.</source>
        <translation>从第 {step} 步起每个批次分 {count} 份计算。</translation>
    </message>
    <message>
        <source>Paused after step {step}.</source>
        <translation>第 {step} 步后暂停。</translation>
    </message>
    <message>
        <source>Goes on after step {step}.</source>
        <translation>第 {step} 步后继续。</translation>
    </message>
    <message>
        <source>Epoch {epoch} of {epochs} is evaluated: {done} of {total} test pictures.</source>
        <translation>正在评估第 {epoch}/{epochs} 轮：{done}/{total} 张测试图片。</translation>
    </message>
    <message>
        <source>Epoch {epoch} of {epochs}, step {step} of {steps}.</source>
        <translation>第 {epoch}/{epochs} 轮，第 {step}/{steps} 步。</translation>
    </message>
    <message>
        <source>Pausing after this step: epoch {epoch} of {epochs}, step {step} of {steps}.</source>
        <translation>将在这一步之后暂停：第 {epoch}/{epochs} 轮，第 {step}/{steps} 步。</translation>
    </message>
    <message>
        <source>Paused in epoch {epoch} of {epochs} after step {step} of {steps}.</source>
        <translation>已暂停：第 {epoch}/{epochs} 轮，第 {step}/{steps} 步之后。</translation>
    </message>
    <message>
        <source>Stopping: the run is saved after step {step} of {steps}.</source>
        <translation>正在停止：在第 {step}/{steps} 步后保存训练。</translation>
    </message>
    <message>
        <source>Loss {loss}, accuracy {accuracy}, learning rate {lr}.</source>
        <translation>损失 {loss}，准确率 {accuracy}，学习率 {lr}。</translation>
    </message>
    <message>
        <source>{speed}, {epoch} left in this epoch, {run} in the run.</source>
        <translation>{speed}，本轮剩余 {epoch}，全程剩余 {run}。</translation>
    </message>
    <message>
        <source>Test accuracy {last}, at best {best} after epoch {epoch}.</source>
        <translation>测试准确率 {last}，最佳为第 {epoch} 轮后的 {best}。</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>轮</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>{name} (test)</source>
        <translation>{name}（测试）</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>{name} (raw)</source>
        <translation>{name}（原始）</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试集</translation>
    </message>
    <message>
        <source>all layers</source>
        <translation>所有层</translation>
    </message>
</context>
<context>
    <name>steps</name>
    <message>
        <source>border trimmed</source>
        <translation>裁去边缘</translation>
    </message>
    <message>
        <source>made grey</source>
        <translation>转为灰度</translation>
    </message>
    <message>
        <source>resized</source>
        <translation>调整大小</translation>
    </message>
    <message>
        <source>sharpened</source>
        <translation>锐化</translation>
    </message>
    <message>
        <source>negated</source>
        <translation>反相</translation>
    </message>
    <message>
        <source>background made black</source>
        <translation>背景变黑</translation>
    </message>
    <message>
        <source>centred</source>
        <translation>居中</translation>
    </message>
    <message>
        <source>cut to a square</source>
        <translation>裁成正方形</translation>
    </message>
</context>
</TS>
